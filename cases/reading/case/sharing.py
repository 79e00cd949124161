"""What a partner is shown of a case, for them and for those who agreed to it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from cases.models import Case, CaseSharing
from cases.reading.words.when import day_said, day_written
from cases.work.load import plans_of


@dataclass(frozen=True)
class SharedFact:
    """One general fact."""

    name: str
    value: str


@dataclass(frozen=True)
class Shown:
    """Exactly what the organisation gets to see."""

    label: str
    organisation: str
    facts: list[SharedFact]
    until: str
    as_of: str


@dataclass(frozen=True)
class SharingRow:
    """An agreement as the case's team sees it."""

    pk: int
    shown: Shown
    agreed: str
    consent: str
    holds: bool
    state: str
    print_url: str
    end_url: str
    can_end: bool


@dataclass(frozen=True)
class SharedLink:
    """An agreement in the partner's list: only what they know it by."""

    label: str
    until: str
    url: str


def shown_of(sharing, plan) -> Shown:
    """The agreed facts as they are today; nothing else of the case."""
    return Shown(
        label=sharing.label,
        organisation=str(sharing.organisation),
        facts=list(_facts(sharing, plan)),
        until=day_written(sharing.until),
        as_of=day_written(plan.today),
    )


def _facts(sharing, plan):
    if sharing.shows_state:
        goes_on = plan.case.goes_on
        said = pgettext("a shared case", "open") if goes_on else pgettext("a shared case", "ended")
        yield SharedFact(_("The case is"), said)
    if sharing.shows_theme:
        yield SharedFact(_("General theme"), sharing.theme)
    if sharing.shows_meetings:
        number = meetings_in(plan)
        said = ngettext("%(n)s meeting", "%(n)s meetings", number) % {"n": number}
        yield SharedFact(_("Meetings so far"), said)


def meetings_in(plan):
    """How often the client has been met: milestones that stand for a meeting and have come."""
    met = plan.procedure.contacts
    return sum(m.kind in met and not m.planned for m in plan.facts.milestones)


def sharing_rows(plan, wording) -> list[SharingRow]:
    """All agreements of a case, the latest first."""
    found = plan.case.sharings.select_related("organisation", "consent")
    return [_row(sharing, plan, wording) for sharing in found]


def _row(sharing, plan, wording):
    pk, holds = plan.case.pk, sharing.holds_on(plan.today)
    return SharingRow(
        pk=sharing.pk,
        shown=shown_of(sharing, plan),
        agreed=day_said(sharing.agreed_on, plan.today),
        consent=wording.consent(sharing.consent.kind) if sharing.consent else "",
        holds=holds,
        state=_("Is shown") if holds else pgettext("an agreement", "Ended"),
        print_url=reverse("cases:sharing_sheet", args=[pk, sharing.pk]),
        end_url=reverse("cases:sharing_end", args=[pk, sharing.pk]),
        can_end=holds,
    )


def shared_with(user, day) -> list[SharedLink]:
    """What the person's organisation is shown on a day."""
    found = CaseSharing.objects.holding_on(day).filter(organisation=user.organisation_id)
    return [
        SharedLink(one.label, day_written(one.until), reverse("cases:shared_case", args=[one.pk]))
        for one in found.order_by("label", "pk")
    ]


def plan_of_sharing(sharing):
    """How the case stands that a sharing is about."""
    return plans_of(Case.objects.for_work().filter(pk=sharing.case_id))[0]
