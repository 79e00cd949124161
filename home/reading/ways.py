"""Links to the pages for readers, in the reader's language where they exist in it."""

from dataclasses import dataclass

from accounts.visibility import reader_of
from home.models import InformationPage
from pathways.reading.links import Link, closest_version, link_to


@dataclass(frozen=True)
class Way:
    """A page for readers: where it is and for whom."""

    purpose: str
    link: Link
    summary: str


def ways(request, language) -> dict[str, Way]:
    """By purpose, in the order of the purposes; one query."""
    pages = reader_of(request).readable(InformationPage.objects.live()).exclude(purpose="other")
    found = {}
    for page in pages.select_related("locale").defer("body"):
        found.setdefault(page.purpose, {})[page.locale.language_code] = page
    shown = {purpose: closest_version(versions, language) for purpose, versions in found.items()}
    return {
        purpose: Way(purpose, link_to(shown[purpose], request, language), shown[purpose].summary)
        for purpose in InformationPage.Purpose.values
        if purpose in shown
    }
