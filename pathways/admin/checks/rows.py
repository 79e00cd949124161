"""Findings with the way to each in the admin."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from wagtail.models import Page

from pathways.checks import Finding
from pathways.checks.live import checked, pages_by_name
from pathways.models import PathwayEdition

KEPT = 600  # seconds: words of the vocabulary and pages elsewhere change too


@dataclass(frozen=True)
class FindingRow:
    """A finding, its page and where to put it right."""

    finding: Finding
    page_id: int | None
    url: str


def finding_rows(pathway) -> list[FindingRow]:
    """What is wrong or odd with a pathway, drafts included, in the active language.

    It is worked out once for each state of the drafts.
    """
    name = _state_of(pathway)
    rows = cache.get(name)
    if rows is None:
        rows = _rows(pathway)
        cache.set(name, rows, KEPT)
    return rows


def _rows(pathway):
    document, findings = checked(pathway)
    rows = {
        (f"{page.KIND}:{page.key}", relation): [row.key for row in getattr(page, relation, ())]
        for page in document.pages()
        for relation in ("items", "branches", "milestones", "consents", "outcomes")
    }
    page_ids = {name: page.pk for name, page in pages_by_name(pathway).items()}
    return [_row(finding, page_ids, rows) for finding in findings]


def _row(finding, page_ids, rows):
    page_id = page_ids.get(finding.place[0])
    if page_id is None:
        return FindingRow(finding, None, "")
    url = reverse("wagtailadmin_pages:edit", args=[page_id])
    if len(finding.place) == 3:
        relation, key = finding.place[1:]
        keys = rows.get((finding.place[0], relation), [])
        if key in keys:
            url += f"#inline_child_{relation}-{keys.index(key)}"
    return FindingRow(finding, page_id, url)


def _state_of(pathway):
    pages = Page.objects.descendant_of(pathway, inclusive=True).order_by("path")
    state = list(pages.values_list("pk", "latest_revision_id", "live_revision_id", "live"))
    latest = PathwayEdition.objects.of(pathway.key).values_list("number", flat=True).first()
    text = repr((state, latest, localdate(), get_language()))
    return f"findings-{pathway.pk}-{sha256(text.encode()).hexdigest()[:32]}"
