"""Handing over a case or a phase of it. Nothing moves until whoever was asked says yes."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from cases.mails import tell_by_mail
from cases.models import CaseEvent, CaseHandover, CaseNews
from cases.models.handover import SELF_MESSAGE
from cases.permissions import leads_team_of, may_be_given_work

from . import news
from .changing import changing
from .responsibility import holder, move

State, Kind = CaseHandover.State, CaseEvent.Kind


def ask(*, case, user, person, team, area=""):
    """Ask somebody to take over.

    :param team: as whose member they are asked; another team gets the whole case or nothing.
    :param str area: key of a phase; empty for the whole case.
    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        if put_question(change, person, team, area):
            tell_by_mail([person], change.plan.today)
        return case.handovers.waiting().for_reading().get(area=area)


def put_question(change, person, team, area):
    """Ask inside a change, without a mail.

    :returns: whether it is a new question; asked twice, it is there once.
    """
    case = change.case
    _check(change, person, team, area)
    asked = case.handovers.filter(area=area, state=State.ASKED)
    waiting = asked.waiting().for_reading().first()
    if waiting and waiting.person_id == person.pk:
        return False
    if waiting:
        words = {"by": waiting.asked_by, "person": waiting.person}
        raise ValidationError(
            _("%(by)s has asked %(person)s already. Take that back first.") % words
        )
    asked.update(state=State.LAPSED)
    CaseHandover.objects.create(
        case=case, area=area, person=person, team=team, asked_by=change.user, asked_at=change.now
    )
    change.tell(Kind.HANDOVER_ASKED, subject=area, person=person)
    return True


def take_over_from_one_who_left(change, area):
    """What nobody holds any more becomes that of whoever changes the case; nobody is asked."""
    change.case.handovers.filter(area=area, state=State.ASKED).update(state=State.RECALLED)
    move(change, change.user, change.case.team, area)
    change.tell(Kind.HANDED_OVER, subject=area, person=change.user)


def _check(change, person, team, area):
    case = change.case
    if person.pk == change.user.pk:
        raise ValidationError({"person": SELF_MESSAGE})
    if not may_be_given_work(person, team):
        raise ValidationError({"person": _left(person)})
    if team.organisation_id != case.team.organisation_id:
        raise ValidationError({"person": _("A case stays in its organisation.")})
    if area and change.plan.procedure.phase(area) is None:
        raise ValidationError({"area": _("This pathway has no such phase.")})
    if area and team.pk != case.team_id:
        raise ValidationError({"area": _("Only the whole case can go to another team.")})
    if holder(change, area) == person.pk:
        raise ValidationError(
            {"person": _("%(person)s is responsible already.") % {"person": person}}
        )


def _left(person):
    return _("%(person)s is not in that team any more. Ask somebody else.") % {"person": person}


def accept(*, case, user, handover):
    """Take it over: from now on it is this person's.

    :raises ValidationError: where the question has ended, or the person has left the team.
    """
    with changing(case, user, allowed=_is_asked(handover)) as change:
        known = _known(change, handover)
        if known.state == State.ACCEPTED:
            return known
        _refuse_ended(known)
        if not may_be_given_work(user, known.team):
            raise ValidationError(_left(user))
        before = move(change, user, known.team, known.area)
        _end(change, known, State.ACCEPTED)
        change.tell(Kind.HANDED_OVER, subject=known.area, person=user)
        news.tell(change, CaseNews.Kind.ACCEPTED, [known.asked_by])
        if before.pk != known.asked_by_id:
            news.tell(change, CaseNews.Kind.MOVED, [before])
        return known


def refuse(*, case, user, handover, reason=""):
    """Say no. Everything stays as it is, and the right to read ends.

    :raises ValidationError: where it was accepted, or taken back.
    """
    with changing(case, user, allowed=_is_asked(handover), ended_too=True) as change:
        known = _known(change, handover)
        if known.state == State.REFUSED:
            return known
        _refuse_ended(known)
        _end(change, known, State.REFUSED, reason)
        change.tell(Kind.HANDOVER_REFUSED, subject=known.area, person=user, reason=reason)
        news.tell(change, CaseNews.Kind.REFUSED, [known.asked_by])
        return known


def recall(*, case, user, handover):
    """Take a question back: whoever asked it, is responsible, or leads the team.

    :raises ValidationError: where it was answered before.
    """
    with changing(case, user, ended_too=True) as change:
        known = _known(change, handover)
        if not may_recall(user, known, change.case):
            raise PermissionDenied
        if known.state == State.RECALLED:
            return known
        _refuse_ended(known)
        _end(change, known, State.RECALLED)
        change.tell(Kind.HANDOVER_RECALLED, subject=known.area, person=known.person)
        news.tell(change, CaseNews.Kind.RECALLED, [known.person])
        return known


def may_recall(user, handover, case):
    """Whether the person may take the question back."""
    mine = user.pk in (handover.asked_by_id, case.responsible_id)
    return mine or leads_team_of(user, case)


def _is_asked(handover):
    """Only the one who was asked answers, and never whoever asked."""
    return lambda user, case: handover.person_id == user.pk != handover.asked_by_id


def _known(change, handover):
    found = CaseHandover.objects.for_reading().select_related("team__organisation")
    return found.get(case=change.case, pk=handover.pk)


def _refuse_ended(known):
    if known.state == State.ASKED and CaseHandover.objects.waiting().filter(pk=known.pk).exists():
        return
    words = {
        State.ACCEPTED: _("This was accepted before: hand it over anew."),
        State.REFUSED: _("This was declined before."),
        State.RECALLED: _("The question was taken back."),
    }
    raise ValidationError(words.get(known.state, _("The question has ended: ask again.")))


def _end(change, known, state, reason=""):
    known.state, known.answered_at, known.reason = state, change.now, reason
    known.save(update_fields=["state", "answered_at", "reason"])
