"""Links to pages, in the reader's language where the page exists in it."""

import re
from dataclasses import dataclass, replace
from html import escape

from django.conf import settings
from django.db.models import Q
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

# wagtail-localize writes a tag's attributes in another order than the editor does.
_PAGE_LINK = re.compile(r'<a (?=[^>]*\blinktype="page")(?=[^>]*\bid="(\d+)")[^>]*>')
LANGUAGE_NAMES = dict(settings.LANGUAGES)


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


class PageLinks:
    """Links of one view. Say first which are wanted: one query then fetches them all."""

    def __init__(self, request, language):
        self.request = request
        self.language = language
        self._wanted = set()
        self._links = None

    def want(self, *page_ids):
        """Pages that may be asked for; None is allowed."""
        self._wanted.update(page_id for page_id in page_ids if page_id)

    def want_in(self, *htmls):
        """Pages that rich texts link to."""
        for html in htmls:
            self.want(*map(int, _PAGE_LINK.findall(html)))

    def get(self, page_id, query=""):
        """The link to a page, or None when it is gone or not published."""
        if self._links is None:
            self._links = self._fetch()
        link = self._links.get(page_id)
        return replace(link, url=link.url + query) if link and query else link

    def expand(self, html) -> SafeString:
        """Rich text as readers get it; a link to a page that is gone keeps its words."""

        def anchor(match):
            link = self.get(int(match[1]))
            if link is None:
                return "<a>"
            lang = f' hreflang="{escape(link.lang)}"' if link.lang else ""
            return f'<a href="{escape(link.url)}"{lang}>'

        return mark_safe(expand_db_html(_PAGE_LINK.sub(anchor, html)))  # noqa: S308

    def _fetch(self):
        if not self._wanted:
            return {}
        here = Q(
            locale__language_code=self.language,
            live=True,
            translation_key__in=Page.objects.filter(pk__in=self._wanted).values("translation_key"),
        )
        found = Page.objects.filter(Q(pk__in=self._wanted) | here).select_related("locale")
        pages = list(found)
        in_language = {
            page.translation_key: page
            for page in pages
            if page.locale.language_code == self.language and page.live
        }
        links = {}
        for page in pages:
            shown = in_language.get(page.translation_key, page)
            if page.pk in self._wanted and shown.live:
                links[page.pk] = link_to(shown, self.request, self.language)
        return links


def link_to(page, request, language, **extra):
    """The link to a page, marked with its language when that is not the reader's."""
    theirs = page.locale.language_code
    return Link(
        title=page.title,
        url=page.get_url(request),
        lang="" if theirs == language else theirs,
        **extra,
    )
