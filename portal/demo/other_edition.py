"""Another edition of a demo pathway: one that was in force for a while and then withdrawn.

Cases that were opened meanwhile follow it still, so that there is something to move. The pages show
the edition before it all the time.
"""

from copy import deepcopy

from django.utils import timezone

from pathways.document.data import from_data, to_data
from pathways.document.nodes import SUBPAGES
from pathways.editions.content import source_snapshot
from pathways.editions.languages import attach
from pathways.models import EditionWithdrawal, PathwayEdition


def next_edition(key, change, *, base=None, **values):
    """Release what an edition of the pathway says, with something changed in its plain data.

    :param change: a function that gets the data of the pathway's pages, by key.
    :param base: the edition; the latest if not given.
    """
    latest = PathwayEdition.objects.of(key).first()
    base = base or latest
    data = deepcopy(to_data(base.document()))
    change({page["key"]: page for page in _pages(data["pathways"][0])})
    document = from_data(data)
    snapshot, digest = source_snapshot(document)
    edition = PathwayEdition.objects.create(
        key=key,
        number=latest.number + 1,
        schema=document.schema,
        source_language=document.source_language,
        snapshot=snapshot,
        hash=digest,
        **{"effective_on": timezone.localdate(), "pathway_id": latest.pathway_id} | values,
    )
    for language in document.languages[1:]:
        attach(edition, document, language)
    return edition


def withdraw_again(edition, reason):
    """Let the edition before it be in force once more."""
    EditionWithdrawal.objects.create(edition=edition, reason=reason)


def _pages(page):
    yield page
    for name in SUBPAGES:
        for child in page.get(name, []):
            yield from _pages(child)
