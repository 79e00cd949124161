"""Consents of a case: which there are, whether they hold, and what must stop."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.models import CaseConsent
from cases.reading.words.said import Said, Wording
from cases.reading.words.when import day_said


@dataclass(frozen=True)
class Given:
    """A consent that was recorded."""

    pk: int
    covers: str
    from_whom: str
    to_whom: str
    purpose: str
    how: str
    given: str
    until: str
    kept_at: str
    holds: bool
    state: str
    correct_url: str
    withdraw_url: str
    can_withdraw: bool


@dataclass(frozen=True)
class ConsentRow:
    """A kind of consent that the pathway asks for, with what was recorded of it."""

    slug: str
    name: Said
    description: Said
    is_needed: bool
    holds: bool
    state: str
    given: list[Given]
    opens: list[Said]
    near: bool
    stops: list[Said]
    add_url: str

    @property
    def matters(self):
        """Whether there is something to see or to do where the work is."""
        return bool(self.given) or self.near


def consent_rows(plan, wording=None) -> list[ConsentRow]:
    """All consents of the pathway."""
    wording = wording or Wording(plan.procedure)
    return [_row(plan, wording, slug) for slug in plan.procedure.consents]


def _row(plan, wording, slug):
    word = plan.procedure.consents[slug]
    items = [item for item in plan.items if item.node.consent == slug]
    given = [_given(plan, consent) for consent in plan.consents_of(slug)]
    holds, is_needed = plan.has_consent(slug), word.form != "not_needed"
    begun = [item for item in items if item.state == "in_progress"]
    lost = not holds and bool(given)
    return ConsentRow(
        slug=slug,
        name=wording.of(word.name),
        description=wording.of(word.description),
        is_needed=is_needed,
        holds=holds,
        state=_state(plan, slug, holds, is_needed),
        given=given,
        opens=[wording.of(i.node.text) for i in items if not i.is_settled] if is_needed else [],
        near=is_needed and any(not i.is_settled and plan.is_near(i.step) for i in items),
        stops=[wording.of(item.node.text) for item in begun] if lost else [],
        add_url=reverse("cases:consent_new", args=[plan.case.pk, slug]),
    )


def _state(plan, slug, holds, is_needed):
    if not is_needed:
        return _("No consent is needed")
    consents = plan.consents_of(slug)
    if not consents:
        return _("Not given")
    if holds:
        lasts = [c for c in consents if c.holds_on(plan.today)]
        if all(c.ends_on == plan.today for c in lasts):
            return _("Holds, and ends today")
        return _("Holds")
    return pgettext("a consent", "Withdrawn") if consents[0].withdrawn_on else _ended()


def _given(plan, consent):
    pk = plan.case.pk
    holds = consent.holds_on(plan.today)
    return Given(
        pk=consent.pk,
        covers=consent.covers,
        from_whom=consent.from_whom,
        to_whom=consent.to_whom,
        purpose=consent.purpose,
        how=CaseConsent.How(consent.how).label,
        given=day_said(consent.given_on, plan.today),
        until=day_said(consent.ends_on, plan.today) if consent.ends_on else "",
        kept_at=consent.kept_at,
        holds=holds,
        state=_given_state(plan, consent, holds),
        correct_url=reverse("cases:consent_correct", args=[pk, consent.pk]),
        withdraw_url=reverse("cases:consent_withdraw", args=[pk, consent.pk]),
        can_withdraw=plan.case.is_ours and consent.withdrawn_on is None,
    )


def _given_state(plan, consent, holds):
    if consent.withdrawn_on:
        return _("Withdrawn: %s") % day_said(consent.withdrawn_on, plan.today)
    if holds and consent.ends_on == plan.today:
        return _("Ends today")
    if holds:
        return _("Holds")
    return _ended() if consent.has_ended(plan.today) else _("Does not hold yet")


def _ended():
    return pgettext("a consent", "Ended")
