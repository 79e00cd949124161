"""Feeds of changes: one for each pathway in each language."""

from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from .models import PathwayPage
from .reading.changes import changes_of_pathway, feed_title, feed_url

LONGEST = 50


@dataclass(frozen=True)
class Asked:
    """One answer: the feed itself serves many requests at once and keeps nothing."""

    pathway: PathwayPage
    request: object


class PathwayFeed(Feed):
    """A pathway's editions, its pages and what it leads to, by the day of their publication."""

    feed_type = Atom1Feed

    @method_decorator(cache_control(public=True, max_age=900))
    def __call__(self, request, *args, **kwargs):
        return super().__call__(request, *args, **kwargs)

    def get_object(self, request, key):
        """The pathway in the language of the address, or 404."""
        pages = PathwayPage.objects.live().public().select_related("locale")
        found = get_object_or_404(pages, key=key, locale__language_code=get_language())
        return Asked(found, request)

    def title(self, asked):
        return feed_title(asked.pathway.title)

    def subtitle(self, asked):
        return _("Told by the day on which each page was published.")

    def link(self, asked):
        return asked.pathway.get_url(asked.request)

    def feed_url(self, asked):
        return feed_url(asked.pathway.key)

    def items(self, asked):
        return changes_of_pathway(asked.pathway, asked.request, LONGEST)

    def item_title(self, change):
        if change.edition:
            return f"{change.link.title}: {change.edition}"
        named = _("New: %(page)s") if change.is_new else _("Changed: %(page)s")
        return named % {"page": change.link.title}

    def item_description(self, change):
        return change.summary

    def item_link(self, change):
        return change.link.url

    def item_guid(self, change):
        return f"urn:uuid:{change.id}"

    def item_pubdate(self, change):
        return change.first_on

    def item_updateddate(self, change):
        return change.on
