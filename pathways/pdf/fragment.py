"""A rendered part of the site made fit to stand in one long document."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.utils.safestring import SafeString, mark_safe

HEADING = re.compile(r"^h[1-6]$")
# For the screen alone: what can be pressed, and icons, which repeat the words beside them.
NOT_FOR_PAPER = (
    "[hidden], [aria-hidden=true], svg:not([role=img]), button, input, noscript, script, template"
)
# Names that the paper has no use for, or that would point at an id of another name.
DROPPED = ("for", "tabindex", "role", "headers")


@dataclass(frozen=True)
class Places:
    """Where each address of the site is in the document.

    :param anchors: addresses of pages, and the ids of the parts that hold them.
    :param root: the site's address, for links that lead out of the document.
    """

    anchors: dict[str, str]
    root: str

    def leading_to(self, href, inside):
        """The address as the document has it, seen from the part with the id ``inside``."""
        address = urlsplit(href)
        page = address._replace(query="", fragment="").geturl()
        anchor = self.anchors.get(page) if page else inside
        if anchor is None:
            return urljoin(self.root, href)
        return f"#{anchor}--{address.fragment}" if address.fragment else f"#{anchor}"


def fit(html, *, anchor, level, places) -> SafeString:
    """HTML whose ids are its own, whose links stay inside, and whose headings begin at a level.

    :param str anchor: begins every id.
    :param int level: of the first heading; the others keep their distance, down to 6.
    """
    soup = BeautifulSoup(html, "html.parser")
    for word in soup.select("button.term"):
        word.unwrap()  # it is part of a sentence; the list of words explains it
    for element in soup.select(NOT_FOR_PAPER):
        element.decompose()
    _set_headings(soup, level)
    for group in soup.select("dl > div"):
        group.unwrap()  # a list in a PDF holds its entries and nothing else
    for element in soup.find_all(True):
        _set_names(element, anchor)
    ids = {element["id"] for element in soup.find_all(id=True)}
    for link in soup.find_all("a", href=True):
        _make_plain(link)
        link["href"] = places.leading_to(link["href"], anchor)
        if link["href"].startswith(f"#{anchor}--") and link["href"][1:] not in ids:
            link["href"] = f"#{anchor}"
    return mark_safe(str(soup))  # noqa: S308


def _set_headings(soup, level):
    headings = soup.find_all(HEADING)
    shift = level - int(headings[0].name[1]) if headings else 0
    for heading in headings:
        heading.name = f"h{min(6, int(heading.name[1]) + shift)}"


def _set_names(element, anchor):
    if "id" in element.attrs:
        element["id"] = f"{anchor}--{element['id']}"
    for name in [n for n in element.attrs if n in DROPPED or n.startswith(("aria-", "data-"))]:
        del element[name]


def _make_plain(link):
    """A link of words alone: in a PDF each element inside would become a link beside it."""
    for inner in link.find_all(True):
        if inner.get("lang"):
            link["lang"] = inner["lang"]
        inner.unwrap()
