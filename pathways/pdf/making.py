"""From a live pathway to the bytes of its PDF."""

from django.template.loader import render_to_string
from django.utils.translation import override

from .book import make_book
from .render import to_pdf

# Reading the site takes about a tenth of the time, laying out pages most of the rest.
READING = 0.1


def make(pathway, request, file, tell=lambda share: None):
    """Write the pathway's PDF, in the pathway's language.

    :param file: a binary file, open for writing.
    :param tell: is told the share that is done, 0 to 1.
    """
    with override(pathway.locale.language_code):
        book = make_book(pathway, request, lambda done, total: tell(READING * done / total))
        html = render_to_string("pathways/pdf/pathway.html", {"book": book})
    to_pdf(html, file, lambda share: tell(READING + (1 - READING) * share))
