"""What goes into a pathway's PDF, and in which order. Nothing else decides that."""

from dataclasses import dataclass
from itertools import chain

from accounts.visibility import public_reader
from pathways.models import (
    ChecklistItem,
    DocumentTemplatePage,
    MethodPage,
    PathwayPage,
    PhasePage,
    StepPage,
)
from pathways.reading.blocks import rich_texts
from pathways.reading.in_force import read_in_force
from pathways.reading.links import linked_pages
from pathways.reading.pages import pages_of


@dataclass(frozen=True)
class Chosen:
    """Pages of one language."""

    pathway: PathwayPage
    line: list[PhasePage | StepPage]
    methods: list[MethodPage]
    templates: list[DocumentTemplatePage]

    def __iter__(self):
        return chain([self.pathway], self.line, self.methods, self.templates)


def choose(pathway) -> Chosen:
    """All phases and steps that anybody may read, and the methods and templates they lead to.

    :param pathway: a live page; what is in force is chosen, also where it is not shown yet.
    """
    shown = read_in_force(pathway)
    if shown.kept_in:
        line = shown.kept_in.whole_line(public_reader())
    else:
        line = [*_open(PhasePage).descendant_of(pathway), *_open(StepPage).descendant_of(pathway)]
        line.sort(key=lambda page: page.path)
    keys = _led_to(shown, line)
    here = {"translation_key__in": keys, "locale_id": pathway.locale_id}
    return Chosen(
        pathway=shown,
        line=line,
        methods=list(_open(MethodPage).filter(**here)),
        templates=list(_open(DocumentTemplatePage).filter(**here)),
    )


def _open(model):
    return model.objects.live().public().select_related("locale").order_by("path")


def _led_to(pathway, line):
    """Translation keys of the pages that checklists and texts lead to."""
    pages, reader = pages_of(pathway), public_reader()
    steps = [page.pk for page in line if isinstance(page, StepPage)]
    ids = {item.guidance_id for item in pages.rows_of(ChecklistItem, steps)} - {None}
    for page in (pathway, *line):
        ids.update(chain.from_iterable(map(linked_pages, rich_texts(page.body, reader))))
    linked = pages.linked(ids, pathway.locale.language_code, reader)
    return {page.translation_key for page in linked.values()}
