"""Where a view looks up the pages around the one that it shows.

The live ones are in the database; those of an edition are made of its document
(`pathways.reading.edition`). Both answer to the same questions.
"""

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.urls import reverse
from wagtail.models import Page

from pathways.models import ChecklistItem, GlossaryTerm, PathwayPage, StepBranch
from pathways.pdf.address import pdf_url

from .uses import pages_around, uses_of

_TICKED = ("page_id", "key", "mandatory", "condition")


class LivePages:
    """The pages as they are published.

    ``is_live`` says that readers are at the pages' own addresses, where they tick items in
    their browser and find the way back from a method.
    """

    is_live = True

    def pathway_of(self, page) -> PathwayPage:
        """The pathway that a phase or step stands in.

        :raises PathwayPage.DoesNotExist: in a tree that has none.
        """
        return PathwayPage.objects.ancestor_of(page).select_related("locale").get()

    def line_of(self, pathway, reader, *, detailed) -> tuple[list, list]:
        """Phases and steps that a reader gets, both in their order; steps with their checklists.

        :param detailed: with branches, and with all that checklists refer to.
        """
        phases, steps = _phases_and_steps(pathway, reader)
        prefetch_related_objects(steps, *_rows(detailed))
        return phases, steps

    def rows_of(self, model, page_ids, *related):
        """Rows of one kind on many pages, each page's in their order.

        :param related: names of what they refer to and is needed.
        """
        rows = model.objects.filter(page__in=page_ids).select_related(*related)
        return rows.order_by("page_id", "sort_order")

    def linked(self, page_ids, language, reader) -> dict[int, Page]:
        """The reader's live pages by the primary keys asked for, in the language if they can be."""
        wanted = Page.objects.filter(pk__in=page_ids)
        here = Q(
            locale__language_code=language,
            live=True,
            translation_key__in=wanted.values("translation_key"),
        )
        pages = list(Page.objects.filter(Q(pk__in=page_ids) | here).select_related("locale"))
        in_language = {
            page.translation_key: page
            for page in pages
            if page.locale.language_code == language and page.live
        }
        shown = {
            page.pk: in_language.get(page.translation_key, page)
            for page in pages
            if page.pk in page_ids
        }
        return {
            page_id: page for page_id, page in shown.items() if page.live and reader.may_read(page)
        }

    def terms(self, language):
        """The words of a language's glossary."""
        return GlossaryTerm.objects.filter(locale__language_code=language)

    def uses_of(self, page, reader):
        """See `pathways.reading.uses`."""
        return uses_of(page, reader)

    def around(self, paths, reader):
        """See `pathways.reading.uses`."""
        return pages_around(paths, reader)

    def pdf_url(self, pathway, reader):
        """The pathway as a PDF, made of what everybody gets; empty where there is none."""
        return pdf_url(pathway) if reader.as_public.may_read(pathway) else ""

    def who_url(self, pathway):
        """Who does what in it."""
        return reverse("pathways:who", args=[pathway.key])

    def deadlines_url(self, pathway):
        """Where dates are worked out from its deadlines; empty where nobody should."""
        return reverse("pathways:deadlines", args=[pathway.key])

    def feedback_url(self, step):
        """Where readers say whether a step is clear; empty where nobody asks."""
        return reverse("pathways:feedback", args=[step.key])

    def storage_key(self, pathway, step):
        """Under which a browser keeps the ticks of a step; empty where it keeps none."""
        return f"{pathway.key}/{step.key}" if self.is_live else ""


LIVE = LivePages()


def pages_of(page):
    """Where pages around this one are looked up."""
    return page.kept_in or LIVE


def _phases_and_steps(pathway, reader):
    """Both in one query."""
    pages = (
        reader.readable(Page.objects.live())
        .descendant_of(pathway)
        .order_by("path")
        .select_related("locale", "phasepage", "steppage__repeats_with")
        .defer(*(f"{kind}page__{f}" for kind in ("phase", "step") for f in ("body", "sources")))
    )
    phases, steps = [], []
    for page in pages:
        for kind, found in (("phasepage", phases), ("steppage", steps)):
            if (specific := getattr(page, kind, None)) is not None:
                specific.locale = page.locale
                found.append(specific)
    return phases, steps


def _rows(detailed):
    if not detailed:
        # What must be ticked for a step to be done.
        return [Prefetch("items", ChecklistItem.objects.only(*_TICKED))]
    items = ChecklistItem.objects.select_related("role", "consent", "records", "due_anchor")
    branches = StepBranch.objects.select_related("decided_by", "outcome")
    return [Prefetch("items", items), Prefetch("branches", branches)]
