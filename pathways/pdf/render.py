"""From HTML to PDF/UA with WeasyPrint, which asks for nothing but our own style and fonts."""

import logging
import re
from contextlib import contextmanager
from pathlib import Path
from urllib.request import url2pathname

from django.contrib.staticfiles import finders

STYLE = "portal/css/pdf.css"
STEP = re.compile(r"Step (\d+)")
STEPS = 7


def to_pdf(html, file, tell=lambda share: None):
    """Write a document as an accessible PDF.

    :param file: a binary file, open for writing.
    :param tell: is told the share that is done, 0 to 1.
    """
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    style = Path(finders.find(STYLE))
    fetcher, fonts = _fetcher(style.parent.parent), FontConfiguration()
    with _listening(tell):
        HTML(string=html, url_fetcher=fetcher).write_pdf(
            file,
            stylesheets=[CSS(filename=style, url_fetcher=fetcher, font_config=fonts)],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
        )


def _fetcher(folder):
    """Fetches files below the folder and nothing else."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url, headers=None):
            scheme, _colon, path = url.partition(":")
            if scheme != "file" or not Path(url2pathname(path)).resolve().is_relative_to(folder):
                raise FatalURLFetchingError(f"A PDF asks for {url}")
            return super().fetch(url, headers)

    return OwnFilesOnly(allowed_protocols=["file"])


@contextmanager
def _listening(tell):
    """WeasyPrint says how far it is in a log of its own.

    The log of what it leaves out is set aside: it lists what the style has for screens alone.
    """

    class Listener(logging.Handler):
        def emit(self, record):
            step = STEP.match(record.getMessage())
            if step:
                tell(int(step[1]) / STEPS)

    progress, complaints = logging.getLogger("weasyprint.progress"), logging.getLogger("weasyprint")
    listener, before = Listener(), complaints.level
    progress.addHandler(listener)
    progress.setLevel(logging.INFO)
    progress.propagate = False  # told to whoever waits, not to the site's own log
    complaints.setLevel(logging.ERROR)
    try:
        yield
    finally:
        complaints.setLevel(before)
        progress.removeHandler(listener)
