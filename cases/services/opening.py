"""Opening a case, and changing what is written on its cover."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access_log import record
from accounts.models import Team
from accounts.models.access_entry import Verb
from cases.mails import tell_by_mail
from cases.models import Case, CaseEvent, CaseNews, ReferenceYear
from cases.permissions import may_be_given_work
from cases.work.clock import today_for
from pathways.models import PathwayEdition

from .changing import CaseChangedMeanwhile, changing


@transaction.atomic
def open_case(
    *, user, pathway, team, responsible, record_number, started_on, alias="", form_token=None
):
    """A new case that follows the edition of the pathway that is in force.

    :param str pathway: its key.
    :param form_token: of the form: posted twice, it opens one case.
    :raises ValidationError: by field, what does not go together.
    """
    counter = ReferenceYear.in_turn(today_for(team).year)
    before = form_token and Case.objects.worked_on_by(user).filter(form_token=form_token).first()
    if before:
        return before
    edition = _check(user, pathway, team, responsible, started_on)
    case = Case(
        reference=counter.next_reference(),
        team=team,
        responsible=responsible,
        edition=edition,
        record_number=record_number,
        alias=alias,
        started_on=started_on,
        opened_by=user,
        form_token=form_token,
    )
    case.save()
    CaseEvent.objects.create(
        case=case,
        by=user,
        at=case.opened_at,
        kind=CaseEvent.Kind.OPENED,
        day=started_on,
        person=responsible,
    )
    record(Verb.CHANGED, case, actor=user)
    if responsible.pk != user.pk:
        news = {"user": responsible, "case": case, "kind": CaseNews.Kind.OPENED, "by": user}
        CaseNews.objects.create(**news, at=case.opened_at)
        tell_by_mail([responsible], today_for(team))
    return case


def _check(user, pathway, team, responsible, started_on):
    if not Team.objects.of(user).filter(pk=team.pk).exists():
        raise ValidationError({"team": _("You are not in this team.")})
    edition = PathwayEdition.objects.in_force(today_for(team)).filter(key=pathway).first()
    if edition is None:
        raise ValidationError(
            {"pathway": _("This pathway has no edition in force any more. Choose another one.")}
        )
    _check_responsible(responsible, team)
    if started_on > today_for(team):
        raise ValidationError({"started_on": _("This day has not come yet.")})
    return edition


def _check_responsible(responsible, team):
    if not may_be_given_work(responsible, team):
        raise ValidationError(
            {"responsible": _("%(person)s is not in this team.") % {"person": responsible}}
        )


def change_details(*, case, user, seen, record_number, alias):
    """Change what is written on the cover.

    :param int seen: the version that the form showed.
    :raises CaseChangedMeanwhile: where somebody was there before.
    """
    with changing(case, user, ended_too=True) as change:
        case = change.case
        if (record_number, alias) == (case.record_number, case.alias):
            return case
        if case.version != seen:
            last = case.events.filter(kind=CaseEvent.Kind.DETAILS).select_related("by").first()
            raise CaseChangedMeanwhile(last and last.by, last and last.at)
        case.record_number, case.alias = record_number, alias
        case.version += 1
        case.save()
        change.tell(CaseEvent.Kind.DETAILS)
        return case
