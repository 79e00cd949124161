"""Views of an edition's pages."""

from accounts.visibility import reader_of
from pathways.reading.pathway import PathwayView, PhaseView, pathway_view, phase_view
from pathways.reading.step import StepView, step_view

from .pages import EditionPages, NotInEdition


class EditionReading:
    """Reads the pages of one edition for one request; each view is made when asked for.

    All raise `NotInEdition` for a key that the edition does not have.
    """

    def __init__(self, pages, request):
        self.pages, self.request = pages, request

    @property
    def language(self):
        """The language of the texts: the reader's, or the edition's own where it lacks that."""
        return self.pages.language

    def pathway(self) -> PathwayView:
        """The pathway with its whole line."""
        page = self._page("pathway", self.pages.document.pathway.key)
        return pathway_view(page, self.request)

    def phase(self, key) -> PhaseView:
        """One phase with its steps."""
        return phase_view(self._page("phase", key), self.request)

    def step(self, key) -> StepView:
        """One step."""
        return step_view(self._page("step", key), self.request)

    def _page(self, kind, key):
        """What the reader does not get is not there."""
        if f"{kind}:{key}" in self.pages.closed_to(reader_of(self.request)):
            raise NotInEdition(f"{kind}:{key}")
        return self.pages.page(kind, key)


def of_edition(edition, language, request, *, address, is_live=False) -> EditionReading:
    """Read an edition in a language.

    :param edition: from ``PathwayEdition.objects.for_reading()``, or two more queries are asked.
    :param language: the reader's; an edition that lacks it is read in its own language, and the
        views say so by ``lang``.
    :param address: function from kind (pathway, phase, step) and key to the address at which
        the page is read: all links between the edition's own pages lead there.
    :param is_live: whether the pages are read at the addresses of the live ones.
    """
    return of_document(
        edition.document(),
        language,
        request,
        languages=edition.languages(),
        address=address,
        is_live=is_live,
    )


def of_document(document, language, request, *, languages=None, **how):
    """The same of a document that is no edition (yet).

    :param languages: those that it can be read in; all that it names if not given.
    """
    languages = document.languages if languages is None else languages
    return EditionReading(EditionPages(document, language, languages=languages, **how), request)
