"""A pathway as a book: its parts in order, each already HTML that fits the whole."""

from copy import copy
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from accounts.visibility import public_reader
from pathways.models import PhasePage, StepPage
from pathways.reading import view_of
from pathways.reading.links import PageLinks
from pathways.reading.outline import Outline
from pathways.reading.pathway import PathwayView
from pathways.reading.step import step_view

from .chosen import Chosen, choose
from .fragment import Places, fit


@dataclass(frozen=True)
class Part:
    """A phase, step, method or template. ``parts`` are the steps of a phase."""

    kind: str
    anchor: str
    title: str
    lang: str
    html: SafeString
    number: str = ""
    necessity: str = ""
    parts: list["Part"] = field(default_factory=list)


@dataclass(frozen=True)
class Book:
    """Everything that the PDF's template shows."""

    view: PathwayView
    anchor: str
    portal: str
    address: str
    made_on: date
    page_words: tuple[str, str, str]
    about: SafeString
    parts: list[Part]
    methods: list[Part]
    templates: list[Part]


def make_book(pathway, request, progress=lambda done, total: None) -> Book:
    """The book of a live pathway.

    :param progress: is told how many pages of the site have been read, and of how many.
    """
    portal = pathway.get_ancestors().get(depth=2).title
    return _Maker(choose(pathway), _plain(request), progress).book(portal)


def _plain(request):
    """The request without what its reader asked for: the book is the same for everybody."""
    plain = copy(request)
    plain.GET = QueryDict()
    plain.reader = public_reader()
    return plain


class _Maker:
    def __init__(self, chosen: Chosen, request, progress):
        self.chosen, self.request, self.progress = chosen, request, progress
        pathway = chosen.pathway
        self.places = Places(
            {page.get_url(request): _anchor(page) for page in chosen}, settings.BASE_URL
        )
        links = PageLinks(request, pathway.locale.language_code)
        self.outline = Outline(pathway, request, links, detailed=False)
        self.total = len(list(chosen))
        self.done = 0

    def book(self, portal):
        pathway = self.chosen.pathway
        view = view_of(pathway, self.request)
        return Book(
            view=view,
            anchor=_anchor(pathway),
            portal=portal,
            address=f"{settings.BASE_URL}{pathway.get_url(self.request)}",
            made_on=localdate(),
            page_words=_page_words(),
            about=self._html("about", view, _anchor(pathway), level=2),
            parts=self._line(),
            methods=[self._part("method", page, level=3) for page in self.chosen.methods],
            templates=[self._part("template", page, level=3) for page in self.chosen.templates],
        )

    def _line(self):
        parts, phases = [], {}
        for page in self.chosen.line:
            if isinstance(page, PhasePage):
                phases[page.path] = self._part("phase", page, level=2)
                parts.append(phases[page.path])
                continue
            phase = phases.get(page.path[: -page.steplen])
            beside = phase.parts if phase else parts
            beside.append(self._part("step", page, level=3 if phase else 2))
        return parts

    def _part(self, kind, page, level):
        self.done += 1
        self.progress(self.done, self.total)
        if isinstance(page, StepPage):
            view = step_view(page, self.request, outline=self.outline)
        else:
            view = view_of(page, self.request)
        return Part(
            kind=kind,
            anchor=_anchor(page),
            title=view.title,
            lang=view.lang,
            html=self._html(kind, view, _anchor(page), level),
            number=getattr(view, "number", ""),
            necessity=getattr(view, "necessity", ""),
        )

    def _html(self, kind, view, anchor, level):
        html = render_to_string(f"pathways/pdf/{kind}.html", {"view": view, "anchor": anchor})
        return fit(html, anchor=anchor, level=level, places=self.places)


def _page_words():
    """What stands before, between and after the two numbers at the foot of a page."""
    words = gettext("Page %(page)s of %(pages)s") % {"page": "|", "pages": "|"}
    return tuple(words.split("|"))


def _anchor(page):
    return f"{page._meta.model_name.removesuffix('page')}-{page.key}"
