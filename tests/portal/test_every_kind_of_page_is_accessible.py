"""axe finds nothing on any kind of page, at two widths, in both themes."""

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from accounts.roles import Role
from home.models import InformationPage
from pathways.models import ArticlePage, DocumentTemplatePage
from tests.accessibility import is_accessible
from tests.accounts.people import make_person

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
    "comparison": ("pathways:comparison", []),
    "who does what": ("pathways:who", ["outreach-casework"]),
    "deadlines": ("pathways:deadlines", ["outreach-casework"]),
    "editions": ("pathways:editions", ["outreach-casework"]),
    "step of an edition": ("pathways:edition_step", ["outreach-casework", 1, "contact"]),
    "editions compared": ("pathways:edition_comparison", ["outreach-casework", 1, 1]),
    "answer about a step": ("pathways:feedback", ["contact"]),
    "search": ("search:search", []),
    "sign in": ("account_login", []),
    "forgotten password": ("account_reset_password", []),
    "no account": ("account_signup", []),
}


@pytest.fixture(
    params=[*KINDS, *InformationPage.Purpose.values[:-1], *OTHERS, "diagram", "nowhere"]
)
def path(request, demo_server, db):
    if request.param == "nowhere":
        return "/da/nowhere/"
    if request.param == "diagram":
        forms = DocumentTemplatePage.objects.filter(locale__language_code="da")
        return forms.get(key="network-map").url
    if request.param in OTHERS:
        name, args = OTHERS[request.param]
        with override("da"):
            return reverse(name, args=args)
    if request.param in InformationPage.Purpose.values:
        return InformationPage.objects.get(locale__language_code="da", purpose=request.param).url
    model = apps.get_model(request.param)
    return model.objects.filter(locale__language_code="da", live=True).first().url


@pytest.fixture(scope="module")
def tab(browser):
    """One for all public pages: it keeps their styles, and nothing of what a reader did."""
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing(path, demo_server, tab):
    tab.goto(demo_server + path)
    is_accessible(tab, path)
    tab.evaluate("localStorage.clear(), sessionStorage.clear()")
    tab.context.clear_cookies()


@pytest.mark.parametrize("role", [Role.READER, None], ids=["staff", "nobody signed in"])
def test_axe_finds_nothing_on_a_page_for_staff(demo_server, db, browser, client, role):
    """It says at the top and at its blocks who does not see it; to others it is not there."""
    page = ArticlePage.objects.get(key="agreement-with-the-bank", locale__language_code="nb")
    cookies = []
    if role:
        client.force_login(make_person(role))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookies = [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": demo_server}]
    context = browser.new_context(bypass_csp=True)
    context.add_cookies(cookies)
    tab = context.new_page()
    tab.goto(demo_server + page.url)
    is_accessible(tab, page.url)
    context.close()
