"""Links to pages, in the reader's language where the page exists in it."""

import re
from dataclasses import dataclass, replace
from html import escape

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from accounts.visibility import reader_of
from pathways.models.checklist import GUIDANCE_TYPES

from .pages import LIVE

# wagtail-localize writes a tag's attributes in another order than the editor does.
_PAGE_LINK = re.compile(r'<a (?=[^>]*\blinktype="page")(?=[^>]*\bid="(-?\d+)")[^>]*>')
LANGUAGE_NAMES = dict(settings.LANGUAGES)
# What a reader of a language most likely reads as well, where a page is missing in it.
_NEIGHBOURS = {"nb": ("da", "en"), "da": ("nb", "en"), "fi": ("en",), "en": ("nb", "da")}


def _guidance_kinds():
    """Kinds of page that show where their reader came from."""
    models = [apps.get_model(label) for label in GUIDANCE_TYPES]
    return ContentType.objects.get_for_models(*models).values()


@dataclass(frozen=True)
class Link:
    """Where to go. ``lang`` is set only where the page is in another language."""

    title: str
    url: str
    lang: str = ""
    context: str = ""
    current: bool = False

    @property
    def language_name(self):
        """The language's own name, or an empty string."""
        return LANGUAGE_NAMES.get(self.lang, self.lang)


def linked_pages(html):
    """Primary keys of the pages that a rich text links to."""
    return map(int, _PAGE_LINK.findall(html))


class PageLinks:
    """Links of one view. Say first which are wanted: one query then fetches them all."""

    def __init__(self, request, language, origin=None, pages=LIVE):
        """
        :param origin: what links in rich text tell a guidance page about where they stand.
        :param pages: where the pages are looked up.
        """
        self.request = request
        self.reader = reader_of(request)
        self.language = language
        self.pages = pages
        self._origin = origin.query if origin else ""
        self._wanted = set()
        self._guidance = set()
        self._links = None

    def want(self, *page_ids):
        """Pages that may be asked for; None is allowed."""
        self._wanted.update(page_id for page_id in page_ids if page_id)

    def want_in(self, *htmls):
        """Pages that rich texts link to."""
        for html in htmls:
            self.want(*linked_pages(html))

    def get(self, page_id, query=""):
        """The link to a page, or None when it is gone, not published, or not for the reader."""
        if self._links is None:
            self._links = self._fetch()
        link = self._links.get(page_id)
        return replace(link, url=link.url + query) if link and query else link

    def expand(self, html) -> SafeString:
        """Rich text as readers get it; a link to a page that is gone keeps its words."""

        def anchor(match):
            page_id = int(match[1])
            link = self.get(page_id)
            if link and page_id in self._guidance:
                link = replace(link, url=link.url + self._origin)
            if link is None:
                return "<a>"
            lang = f' hreflang="{escape(link.lang)}"' if link.lang else ""
            return f'<a href="{escape(link.url)}"{lang}>'

        return mark_safe(expand_db_html(_PAGE_LINK.sub(anchor, html)))  # noqa: S308

    def _fetch(self):
        if not self._wanted:
            return {}
        kinds = {kind.pk for kind in _guidance_kinds()}
        links = {}
        linked = self.pages.linked(self._wanted, self.language, self.reader)
        for page_id, page in linked.items():
            links[page_id] = link_to(page, self.request, self.language)
            if page.content_type_id in kinds:
                self._guidance.add(page_id)
        return links


def closest_version(versions, language):
    """Of a page's versions by language: the reader's own, or one that is likely to be read."""
    order = (language, *_NEIGHBOURS.get(language, ()), *sorted(versions))
    return versions[next(code for code in order if code in versions)]


def link_to(page, request, language, **extra):
    """The link to a page, marked with its language when that is not the reader's."""
    theirs = page.locale.language_code
    return Link(
        title=page.title,
        url=page.get_url(request),
        lang="" if theirs == language else theirs,
        **extra,
    )
