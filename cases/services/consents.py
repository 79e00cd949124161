"""Consents: recording, correcting and withdrawing them."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseConsent, CaseEvent, CaseItem

from .changing import CaseChangedMeanwhile, changing

Kind = CaseEvent.Kind
TERMS = ("covers", "from_whom", "to_whom", "purpose", "how", "given_on", "ends_on", "kept_at")


@dataclass(frozen=True)
class Stops:
    """What must stop when a consent is withdrawn: what was begun, and what cannot begin now."""

    begun: list
    not_begun: list
    done: list


def stops(plan, slug) -> Stops:
    """Items that need this consent, by how they stand.

    :param plan: as the case would stand without the consent.
    """
    items = [item for item in plan.items if item.node.consent == slug]
    return Stops(
        begun=[item for item in items if item.state == CaseItem.State.IN_PROGRESS],
        not_begun=[item for item in items if item.state == CaseItem.State.TO_DO],
        done=[item for item in items if item.is_done],
    )


def check_given(plan, given_on):
    """Whether a consent can have been given on a day.

    :raises ValidationError: by field.
    """
    if given_on > plan.today:
        raise ValidationError({"given_on": _("This day has not come yet.")})


def give_consent(*, case, user, kind, terms, form_token=None):
    """Record a consent.

    :param dict terms: the fields named in ``TERMS``.
    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        before = form_token and CaseConsent.objects.filter(form_token=form_token).first()
        if before and before.case_id == change.case.pk:
            return before
        if kind not in change.plan.procedure.consents:
            raise ValidationError({"kind": _("This pathway does not ask for that consent.")})
        check_given(change.plan, terms["given_on"])
        consent = CaseConsent(
            case=change.case,
            kind=kind,
            recorded_by=user,
            recorded_at=change.now,
            form_token=form_token,
            **terms,
        )
        consent.full_clean(exclude=["case", "recorded_by", "form_token"])
        consent.save()
        change.tell(Kind.CONSENT, subject=kind, day=consent.given_on)
        return consent


def correct_consent(*, case, user, consent, seen, terms):
    """Correct what was recorded.

    :raises CaseChangedMeanwhile: where somebody was there before.
    """
    with changing(case, user) as change:
        known = _known(change, consent)
        if all(getattr(known, name) == terms[name] for name in TERMS):
            return known
        _refuse_stale(known, seen)
        check_given(change.plan, terms["given_on"])
        for name in TERMS:
            setattr(known, name, terms[name])
        _stamp(change, known)
        known.full_clean(exclude=["case", "recorded_by", "form_token"])
        known.save()
        change.tell(Kind.CONSENT_CHANGED, subject=known.kind, day=known.given_on)
        return known


def withdraw_consent(*, case, user, consent, seen, day) -> Stops:
    """It holds no longer. Items that were begun under it are to do again, and wait.

    :returns: what must stop.
    :raises ValidationError: for a day that cannot be.
    """
    with changing(case, user, ended_too=True) as change:
        known = _known(change, consent)
        if known.withdrawn_on is not None:
            return stops(change.plan, known.kind)
        _refuse_stale(known, seen)
        if day > change.plan.today:
            raise ValidationError({"day": _("This day has not come yet.")})
        if day < known.given_on:
            raise ValidationError({"day": _("It was given later than that.")})
        known.withdrawn_on = day
        _stamp(change, known)
        known.save()
        change.tell(Kind.WITHDRAWN, subject=known.kind, day=day)
        change.look_again()
        return stops(change.plan, known.kind)


def _stamp(change, known):
    known.recorded_by, known.recorded_at = change.user, change.now
    known.version += 1


def _known(change, consent):
    found = CaseConsent.objects.select_related("recorded_by")
    return found.get(case=change.case, pk=consent.pk)


def _refuse_stale(known, seen):
    if known.version != seen:
        raise CaseChangedMeanwhile(known.recorded_by, known.recorded_at)
