"""Where a pathway's PDF is served."""

from functools import cache

from django.urls import reverse
from django.utils.translation import override


@cache
def available():
    """Whether PDFs can be made here: WeasyPrint needs Pango, a library of the system."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


def pdf_url(pathway) -> str:
    """The address of the pathway's PDF in its language; empty where there is nothing to print."""
    if pathway.name_only or not available():
        return ""
    with override(pathway.locale.language_code):
        return reverse("pathways:pdf", args=[pathway.key])
