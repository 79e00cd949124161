"""Who gets in: an edition is as closed as the live pages of the same keys are today."""

from dataclasses import replace

from django.apps import apps
from django.db.models import Q
from django.http import Http404
from django.utils.translation import get_language

from accounts.visibility import reader_of
from accounts.visibility.serving import refuse
from pathways.document.nodes import PAGE_NODES
from pathways.models import PathwayPage
from pathways.reading.links import closest_version, link_to

from .address import editions_url


class Gate:
    """A pathway's pages as they stand in the tree, for one reader.

    :raises Http404: when the portal no longer has the pathway.
    """

    def __init__(self, key, request, language):
        self.request, self.reader = request, reader_of(request)
        self.versions = {
            page.locale.language_code: page
            for page in PathwayPage.objects.filter(key=key).select_related("locale")
        }
        if not self.versions:
            raise Http404
        live = {code: page for code, page in self.versions.items() if page.live}
        self.pathway = closest_version(live or self.versions, language)

    @property
    def link(self):
        """To the pathway as it is read today, or to its editions where none is in force."""
        link = link_to(self.pathway, self.request, get_language())
        return link if self.pathway.live else replace(link, url=editions_url(self.pathway.key))

    @property
    def foreign(self):
        """The language of the pathway's pages, where it is not the reader's; or empty."""
        language = self.pathway.locale.language_code
        return "" if language == get_language() else language

    @property
    def closed(self):
        """The page at which the reader gets no further: the pathway in any language, or None."""
        return next((p for p in self.versions.values() if not self.reader.may_read(p)), None)

    def closed_below(self, kind, key):
        """The page of the tree under that key, where the reader does not get to it, or None."""
        if not self.reader.closed:
            return None
        below = Q(pk__in=[])
        for page in self.versions.values():
            below |= Q(path__startswith=page.path)
        pages = apps.get_model(PAGE_NODES[kind].MODEL).objects.filter(below, key=key)
        return next((page for page in pages if not self.reader.may_read(page)), None)

    def turn_away(self, page):
        """What somebody gets who does not get to a page.

        :raises Http404: for whoever may not even know of it.
        """
        return refuse(page, self.request)
