"""Which edition of a pathway readers see, whatever its pages show at the moment.

When the date of an edition has come and nobody has published the pages yet, the page is made of
the edition's document, at the same address.
"""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef
from django.http import Http404
from django.utils import timezone
from wagtail.models import Page

from pathways.archive.address import page_address
from pathways.models import EditionOnPages, PathwayEdition, PathwayPage, PhasePage, StepPage

from .edition.pages import EditionPages, NotInEdition

KINDS = {PathwayPage: "pathway", PhasePage: "phase", StepPage: "step"}


@dataclass(frozen=True)
class InForce:
    """The editions of a pathway that matter today; without their documents.

    ``before`` is the one that counted earlier. ``is_shown``: the pages say what it says.
    """

    edition: PathwayEdition | None = None
    before: PathwayEdition | None = None
    is_shown: bool = True


def in_force_for(page, today=None) -> InForce:
    """The editions behind a page of the tree; one query, and none for other kinds of pages."""
    if type(page) not in KINDS:
        return InForce()
    around = PathwayPage.objects.ancestor_of(page, inclusive=True).values("key")
    shown = EditionOnPages.objects.filter(edition=OuterRef("pk"))
    found = PathwayEdition.objects.filter(key__in=around).annotate(is_shown=Exists(shown))
    found = list(found.select_related("withdrawal").defer("snapshot").order_by("-number"))
    standing = [edition for edition in found if not edition.is_withdrawn]
    come = [e for e in standing if e.effective_on <= (today or timezone.localdate())]
    edition = come[0] if come else None
    return InForce(
        edition=edition,
        before=next((e for e in standing if edition and e.number < edition.number), None),
        is_shown=edition.is_shown if edition else not any(e.is_shown for e in found),
    )


def as_in_force(page, current: InForce):
    """The page as the edition in force has it: as it stands, or made of the edition's document.

    :raises Http404: where the edition in force has no such page, or none is in force any more.
    """
    if current.is_shown:
        return page
    if current.edition is None:
        raise Http404
    edition = PathwayEdition.objects.for_reading().get(pk=current.edition.pk)
    language = page.locale.language_code
    pages = EditionPages(
        edition.document(),
        language,
        languages=edition.languages(),
        address=_address(edition, language),
        is_live=True,
    )
    try:
        made = pages.page(KINDS[type(page)], page.key)
    except NotInEdition as missing:
        raise Http404 from missing
    made.translation_key = page.translation_key
    return made


def read_in_force(page):
    """The page as readers of today get it."""
    return as_in_force(page, in_force_for(page))


def _address(edition, language):
    """Live pages at their own addresses; a page that is not published yet at the edition's."""
    keys = {f"{kind}_key": F(f"{kind}page__key") for kind in KINDS.values()}
    roots = PathwayPage.objects.filter(key=edition.key, locale__language_code=language)
    root = roots.get()
    live = {}
    for page in Page.objects.live().descendant_of(root, inclusive=True).annotate(**keys):
        for kind in KINDS.values():
            if key := getattr(page, f"{kind}_key"):
                live[kind, key] = page.get_url()
    elsewhere = page_address(edition.key, edition.number)
    return lambda kind, key: live.get((kind, key)) or elsewhere(kind, key)
