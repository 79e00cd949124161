"""What is released for a later day stays as it is until then."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.locks import BaseLock

from pathways.models.edition import PathwayEdition

from .reach import is_translation, released_pathway_of


class EditionWaits(BaseLock):
    """Nobody changes a page of a pathway whose next edition waits for its date."""

    def __init__(self, page, edition):
        super().__init__(page)
        self.edition = edition

    def for_user(self, user):
        return True

    def get_message(self, user):
        return _(
            "Edition %(number)s, which is in force from %(date)s, holds this page as it is. "
            "Withdraw that edition to change the page before."
        ) % {
            "number": self.edition.number,
            "date": date_format(self.edition.effective_on),
        }

    def get_locked_by(self, user):
        return _("Locked by an edition that waits")

    def get_description(self, user):
        return self.get_message(user)


def lock_of(page):
    """The lock that an edition which waits puts on a page, or None."""
    pathway = released_pathway_of(page)
    if pathway is None or is_translation(page, pathway):
        return None
    waiting = PathwayEdition.objects.waiting().filter(key=pathway.key).defer("snapshot").first()
    return EditionWaits(page, waiting) if waiting else None
