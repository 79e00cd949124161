"""A person reads a step, ticks it off, prints it and opens its method."""

import pytest
from playwright.sync_api import expect

from pathways.models import StepPage

pytestmark = pytest.mark.browser
SIZES = {"phone": (390, 844), "desk": (1440, 900)}


@pytest.fixture(params=SIZES, ids=SIZES)
def screen(request):
    width, height = SIZES[request.param]
    return {"width": width, "height": height}


@pytest.fixture
def reader(browser, screen):
    """Opens pages as a reader would, with or without JavaScript."""
    contexts = []

    def open_page(*, javascript=True):
        context = browser.new_context(viewport=screen, java_script_enabled=javascript)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def address(demo_server, db):
    """Of the Danish step “contact”."""
    step = StepPage.objects.get(key="contact", locale__language_code="da")
    return demo_server + step.url


def test_ticks_stay_in_this_browser_and_can_be_taken_back(reader, address):
    tab = reader()
    tab.goto(address)
    boxes = tab.locator("[data-checklist]").get_by_role("checkbox")
    progress = tab.locator("[data-checklist-progress]")
    before = progress.inner_text()
    boxes.nth(0).check()
    boxes.nth(2).check()
    expect(progress).not_to_have_text(before)
    tab.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).not_to_be_checked()
    tab.locator("[data-checklist-reset]").click()
    expect(boxes.nth(0)).not_to_be_checked()
    tab.locator("[data-checklist-undo]").click()
    expect(boxes.nth(2)).to_be_checked()


def test_each_item_leads_to_its_guidance_and_back(reader, address):
    tab = reader()
    tab.goto(address)
    task = tab.locator(".task", has=tab.locator("a")).first
    where = task.get_attribute("id")
    task.get_by_role("link").click()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    tab.locator(".came-from__back").click()
    expect(tab).to_have_url(f"{address}#{where}")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_everything_can_be_read(reader, address, javascript):
    tab = reader(javascript=javascript)
    tab.goto(address)
    main = tab.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text("Kontakt til borger")
    expect(main).to_contain_text("SKP")
    expect(main.get_by_role("checkbox").first).to_be_visible()
    expect(tab.locator("#branches").get_by_role("heading", level=3).first).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_the_page_says_that_ticks_are_not_kept(reader, address):
    tab = reader(javascript=False)
    tab.goto(address)
    expect(tab.locator("noscript").first).to_be_visible()


def test_storage_that_is_forbidden_is_told(reader, address):
    tab = reader()
    tab.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    tab.goto(address)
    tab.locator("[data-checklist]").get_by_role("checkbox").first.check()
    expect(tab.locator("[data-ticks-trouble]")).to_be_visible()
    expect(tab.locator("[data-checklist-progress]")).to_contain_text("1")


def test_storage_that_is_full_is_told(reader, address):
    tab = reader()
    tab.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    tab.goto(address)
    box = tab.locator("[data-checklist]").get_by_role("checkbox").first
    box.check()
    expect(box).to_be_checked()
    expect(tab.locator("[data-ticks-trouble]")).to_be_visible()


def test_on_paper_there_is_the_step_with_its_ticks_and_nothing_else(reader, address):
    tab = reader()
    tab.goto(address)
    tab.locator("[data-checklist]").get_by_role("checkbox").first.check()
    tab.emulate_media(media="print")
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    expect(tab.locator("[data-checklist]").get_by_role("checkbox").first).to_be_checked()
    for chrome in (".site-header", ".site-footer", "[data-checklist-reset]"):
        expect(tab.locator(chrome).first).to_be_hidden()
    assert len(tab.pdf(format="A4")) > 10_000


def test_the_other_language_is_one_click_away(reader, address, screen):
    tab = reader()
    tab.goto(address)
    tab.get_by_role("contentinfo").get_by_role("link", name="English").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Contacting the citizen")
    assert tab.locator("html").get_attribute("lang") == "en"
