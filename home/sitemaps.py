"""What search engines may list: every public page, with its other languages."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import override
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from pathways.models import GlossaryTerm


@dataclass(frozen=True)
class Entry:
    """An address in one language; ``group`` is the same in all languages."""

    group: object
    language: str
    url: str
    changed: datetime | None = None


class AlternatesSitemap(Sitemap):
    """Entries, each with the addresses of its group in all languages."""

    def get_urls(self, page=1, site=None, protocol=None):
        """What the template of Django's sitemaps takes.

        :raises Paginator.EmptyPage: where there is no such page of the list.
        """
        entries = self.items()
        groups = defaultdict(list)
        for entry in entries:
            groups[entry.group].append(
                {"lang_code": entry.language, "location": self.location(entry)}
            )
        return [
            {
                "location": self.location(entry),
                "lastmod": entry.changed,
                "alternates": groups[entry.group] if len(groups[entry.group]) > 1 else [],
            }
            for entry in self.paginator.page(page).object_list
        ]

    def location(self, entry):
        return self.request.build_absolute_uri(entry.url)

    def lastmod(self, entry):
        return entry.changed


class PagesSitemap(AlternatesSitemap):
    """The pages of the tree below the site's front page in each language."""

    def items(self):
        roots = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = reduce(
            or_, (Q(path__startswith=path) for path in roots.values_list("path", flat=True))
        )
        pages = Page.objects.live().public().filter(below).select_related("locale").order_by("path")
        return [
            Entry(
                group=page.translation_key,
                language=page.locale.language_code,
                url=page.get_url(self.request),
                changed=page.last_published_at,
            )
            for page in pages
        ]


class GlossarySitemap(AlternatesSitemap):
    """The words explained, and the list of them."""

    def items(self):
        entries = []
        terms = GlossaryTerm.objects.order_by("slug").values_list("locale__language_code", "slug")
        slugs = defaultdict(list)
        for code, slug in terms:
            slugs[code].append(slug)
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
            with override(code):
                if slugs[code]:
                    entries.append(Entry("", code, reverse("pathways:glossary")))
                entries += [
                    Entry(slug, code, reverse("pathways:term", args=[slug])) for slug in slugs[code]
                ]
        return entries


SITEMAPS = {"pages": PagesSitemap, "glossary": GlossarySitemap}
