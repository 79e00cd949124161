"""What comes from files into a pathway with an edition is an edition, too."""

from wagtail.models import Locale

from pathways.models import PathwayEdition, PathwayPage
from pathways.models.edition import Force

from .release import take_edition

NOTE = "Imported from files."


def edition_that_waits(keys):
    """An edition of one of the pathways whose date has not come, or None."""
    return PathwayEdition.objects.waiting().filter(key__in=keys).first()


def take_imported_editions(document):
    """For each pathway of a package that has editions and is no longer what they say."""
    locale = Locale.objects.filter(language_code=document.source_language).first()
    for node in document.pathways:
        latest = PathwayEdition.objects.of(node.key).first()
        if latest:
            pathway = PathwayPage.objects.get(key=node.key, locale=locale)
            take_edition(
                pathway=pathway, force=Force.PRACTICE, change_note=NOTE, unless_like=latest.hash
            )
