"""PDFs read back: their words, their links, what they say about themselves."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from pathways.pdf.address import available

needs_pango = pytest.mark.skipif(not available(), reason="no Pango on this machine")


def read(response):
    """The PDF in a response of the test client."""
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(b"".join(response.streaming_content)))


def squeezed(text):
    """A text without what a line's end changes: spaces and hyphens."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def words(pdf):
    """All words of a PDF, squeezed; what stands across two pages has no foot in between."""
    foot = re.compile(r"\n?\S+ \d+ \S+ \d+\s*$")
    return squeezed("".join(foot.sub("", page.extract_text()) for page in pdf.pages))


def bookmarks(pdf):
    """Titles of all bookmarks, whatever their level."""

    def titles(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    return list(titles(pdf.outline))


def links(pdf):
    """Addresses that lead out, and names of places inside that are led to."""
    outside, inside = set(), set()
    for page in pdf.pages:
        for annotation in page.get("/Annots") or []:
            link = annotation.get_object()
            action = link.get("/A", {})
            if "/URI" in action:
                outside.add(action["/URI"])
            else:
                inside.add(action.get("/D") or link["/Dest"])
    return outside, inside
