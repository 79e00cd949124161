"""What axe says of a page, on a phone in the light and on a desk in the dark."""

from axe_playwright_python.sync_playwright import Axe, AxeResults

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What passes is not told, nor are style sheets read again for rules that are not asked for.
QUICKLY = {"resultTypes": ["violations"], "preload": False}
COLOURS_HAVE_CHANGED = """Promise.allSettled(document.getAnimations()
    .filter((each) => each instanceof CSSTransition).map((each) => each.finished))"""
LOOKS = ((390, "light"), (1440, "dark"))


def axe_finds_nothing(tab, where="", **options):
    """Ask axe about the page as it is shown now."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(Axe().axe_script)
    asked = {"runOnly": RULES} | QUICKLY | options
    results = AxeResults(tab.evaluate("options => axe.run(options)", asked))
    assert results.violations_count == 0, f"{where}: {results.generate_report()}"


def is_accessible(tab, where=""):
    """axe finds nothing in either look, and nothing is wider than the window."""
    for width, scheme in LOOKS:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        tab.evaluate(COLOURS_HAVE_CHANGED)
        axe_finds_nothing(tab, f"{where or tab.url}, {width}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, where
