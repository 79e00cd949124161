"""axe finds nothing on any kind of page, at two widths, in both themes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.urls import reverse
from django.utils.translation import override

pytestmark = pytest.mark.browser
KINDS = [
    "home.HomePage",
    "pathways.PathwayIndexPage",
    "pathways.PathwayPage",
    "pathways.PhasePage",
    "pathways.StepPage",
    "pathways.MethodIndexPage",
    "pathways.MethodPage",
    "pathways.TemplateIndexPage",
    "pathways.DocumentTemplatePage",
    "pathways.ArticleIndexPage",
    "pathways.ArticlePage",
]
OTHERS = {
    "glossary": ("pathways:glossary", []),
    "term": ("pathways:term", ["real-contact"]),
    "search": ("search:search", []),
}
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(params=[*KINDS, *OTHERS, "nowhere"])
def path(request, demo_server, db):
    if request.param == "nowhere":
        return "/da/nowhere/"
    if request.param in OTHERS:
        name, args = OTHERS[request.param]
        with override("da"):
            return reverse(name, args=args)
    model = apps.get_model(request.param)
    return model.objects.filter(locale__language_code="da", live=True).first().url


def test_axe_finds_nothing(path, demo_server, browser):
    for width, scheme in ((390, "light"), (1440, "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
        )
        tab = context.new_page()
        tab.goto(demo_server + path)
        results = Axe().run(tab, options=OPTIONS)
        assert results.violations_count == 0, results.generate_report()
        context.close()
