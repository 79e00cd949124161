"""Cases whose procedure has changed: by pathway, and how each is touched."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cases.models import CaseStay
from cases.reading.case.cover import Cover, cover_of
from cases.reading.words.said import Said, Wording
from cases.work.load import plans_of
from cases.work.procedure import Procedure

SHOWS = ("ready", "needing", "staying")


@dataclass(frozen=True)
class BehindRow:
    """A pathway with an edition in force that some cases do not follow."""

    key: str
    title: Said
    number: int
    effective_on: date
    note: str
    note_lang: str
    ready: int
    needing: int
    staying: int
    url: str

    @property
    def total(self):
        return self.ready + self.needing + self.staying


@dataclass(frozen=True)
class BehindCase:
    """A case that could move: what of its work is touched."""

    pk: int
    cover: Cover
    touched: list[Said]
    reason: str
    url: str


def behind_row(behind) -> BehindRow:
    """How many cases of a pathway there are, by what moving means for them."""
    edition = behind.edition
    wording = Wording(Procedure(edition))
    lang = "" if edition.source_language == wording.language else edition.source_language
    return BehindRow(
        key=edition.key,
        title=wording.pathway(),
        number=edition.number,
        effective_on=edition.effective_on,
        note=edition.change_note,
        note_lang=lang,
        ready=behind.ready.count(),
        needing=behind.needing.count(),
        staying=behind.staying.count(),
        url=reverse("cases:changed_pathway", args=[edition.key]),
    )


def behind_cases(behind, cases) -> list[BehindCase]:
    """Cases of one page of the list."""
    stays = _stays(behind, cases)
    return [
        BehindCase(
            pk=plan.case.pk,
            cover=cover_of(plan),
            touched=list(dict.fromkeys(_touched(plan, behind))),
            reason=stays.get(plan.case.pk, ""),
            url=reverse("cases:edition", args=[plan.case.pk]),
        )
        for plan in plans_of(cases)
    ]


def _stays(behind, cases):
    found = CaseStay.objects.filter(edition=behind.edition, case__in=[case.pk for case in cases])
    return dict(found.values_list("case_id", "reason"))


def _touched(plan, behind):
    wording = Wording(plan.procedure)
    names = {
        "item": lambda loss: wording.item(loss.step, loss.key),
        "branch": lambda loss: wording.branch(loss.step, loss.key),
        "consent": lambda loss: wording.consent(loss.key),
    }
    for loss in behind.comparisons[plan.case.edition_id].losses(plan.facts):
        name = names.get(loss.kind, lambda loss: wording.milestone(loss.key))
        yield name(loss)
