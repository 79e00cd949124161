"""All open work of somebody who leaves, handed over in one go by the team's lead."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Team
from cases.mails import tell_by_mail
from cases.models import Case, CaseEvent, CaseItem, CaseNews
from cases.permissions import may_be_given_work
from cases.work.clock import today_for

from . import news
from .changing import CaseClosedError, changing
from .handing_over import put_question, take_over_from_one_who_left


@dataclass
class HandedOver:
    """How many cases and phases were asked for or moved, and how many items given back."""

    asked: int = 0
    moved: int = 0
    items: int = 0
    not_asked: int = 0


def work_left_by(person, team):
    """Open cases of the team in which something is the person's."""
    given = CaseItem.objects.filter(assigned_to=person).exclude(state__in=CaseItem.SETTLED)
    theirs = Q(responsible=person) | Q(areas__responsible=person)
    theirs |= Q(pk__in=given.values("case_id"))
    return Case.objects.filter(team=team).open().filter(theirs).distinct().order_by("pk")


def hand_over_all(*, user, team, person, to) -> HandedOver:
    """Ask somebody to take over all that is a person's; what was given to them goes back.

    Case by case, so that whatever interrupts it, the same again goes on where it stopped. A lead
    may take over themselves from somebody who has left: then nobody is there to be asked.

    :raises ValidationError: by field, where the one cannot be asked.
    """
    if not Team.objects.led_by(user).filter(pk=team.pk).exists():
        raise PermissionDenied
    if person.pk == to.pk:
        raise ValidationError({"to": _("Choose somebody else than the one who leaves.")})
    if not may_be_given_work(to, team):
        raise ValidationError({"to": _("%(person)s is not in this team.") % {"person": to}})
    if to.pk == user.pk and may_be_given_work(person, team):
        raise ValidationError(
            {"to": _("Nobody can ask themselves while the other is still in the team.")}
        )
    done = HandedOver()
    for case in work_left_by(person, team):
        try:
            _hand_over(case, user, person, to, done)
        except (CaseClosedError, PermissionDenied):
            continue  # it has ended, or gone to another team, since it was found
    if done.asked:
        tell_by_mail([to], today_for(team), done.asked)
    return done


def _hand_over(case, user, person, to, done):
    with changing(case, user) as change:
        areas = [key for key, one in change.plan.facts.areas.items() if one.pk == person.pk]
        whole = [""] if change.case.responsible_id == person.pk else []
        for area in (*whole, *areas):
            if to.pk == user.pk:
                take_over_from_one_who_left(change, area)
                done.moved += 1
                continue
            try:
                done.asked += put_question(change, to, change.case.team, area)
            except ValidationError:
                done.not_asked += 1  # somebody else was asked, or it is theirs by now
        _give_back(change, person, done)


def _give_back(change, person, done):
    """What was given to the person is with whoever is responsible again."""
    given = change.case.items.filter(assigned_to=person).exclude(state__in=CaseItem.SETTLED)
    for row in given:
        row.assigned_to, row.version = None, row.version + 1
        row.changed_by, row.changed_at = change.user, change.now
        row.save()
        change.tell(
            CaseEvent.Kind.ASSIGNED,
            step_key=row.step_key,
            item_key=row.item_key,
            round=row.round,
            version=row.version,
        )
        done.items += 1
    if given and change.case.responsible_id != person.pk:
        news.tell(change, CaseNews.Kind.GIVEN_BACK, [change.case.responsible])
