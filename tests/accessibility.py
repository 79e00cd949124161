"""What axe says of a page, on a phone in the light and on a desk in the dark."""

from urllib.parse import urlsplit
from zlib import crc32

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What passes is not told, nor are style sheets read again for rules that are not asked for.
QUICKLY = {"resultTypes": ["violations"], "preload": False}
COLOURS_HAVE_CHANGED = """Promise.allSettled(document.getAnimations()
    .filter((each) => each instanceof CSSTransition).map((each) => each.finished))"""
LOOKS = ((390, "light"), (1440, "dark"))


def axe_finds_nothing(tab, where="", **options):
    """Ask axe about the page as it is shown now."""
    results = Axe().run(tab, options={"runOnly": RULES} | QUICKLY | options)
    assert results.violations_count == 0, f"{where}: {results.generate_report()}"


# A sample looks at each page in one of the two, half of the pages in either.
sample = True


def is_accessible(tab, where=""):
    """axe finds nothing in either look, and nothing is wider than the window."""
    for width, scheme in _looks(where or urlsplit(tab.url).path):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        tab.evaluate(COLOURS_HAVE_CHANGED)
        axe_finds_nothing(tab, f"{where or tab.url}, {width}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, where


def _looks(where):
    return [LOOKS[crc32(where.encode()) % 2]] if sample else LOOKS
