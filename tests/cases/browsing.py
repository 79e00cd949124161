"""Case workers in real Chromium: who they are, and what they do again and again."""

import pytest
from django.test import Client

from cases.models import Case
from tests.accessibility import is_accessible

from .screens import address


@pytest.fixture
def server(demo_server):
    return demo_server


@pytest.fixture
def worker(server, team, kim):
    return kim


def signed_in(browser, server, person, **options):
    """A browser in which somebody is signed in, whoever else is elsewhere."""
    client = Client()
    client.force_login(person)
    context = browser.new_context(locale="da-DK", **options)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": server}])
    return context


@pytest.fixture
def tab(browser, server, worker):
    context = signed_in(browser, server, worker, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.trouble = []
    tab.on("pageerror", lambda error: tab.trouble.append(str(error)))
    tab.on("console", lambda said: said.type == "error" and tab.trouble.append(said.text))
    yield tab
    assert not tab.trouble, tab.trouble
    context.close()


def go(tab, server, name, case=None, **more):
    tab.goto(server + address(name, case, **more))


def said(tab):
    """What the portal answered to what was done."""
    return tab.locator("#said").inner_text()


def open_case(tab, server, number):
    """Open a case through the form, and give it back."""
    go(tab, server, "open")
    tab.get_by_label("Fremskudt sagsbehandling").check()
    tab.get_by_label("Journalnummer").fill(number)
    day = tab.locator("[name=started_on]")
    day.fill("2026-01-05")
    tab.get_by_role("button", name="Åbn sagen").click()
    tab.wait_for_selector("#worklist")
    return Case.objects.get(record_number=number)


def tick_step(tab, server, case, step, day):
    """Tick everything that can be ticked in a step, box by box; each is saved when it says so."""
    go(tab, server, "step", case, step=step)
    for _time in range(40):
        open_ones = tab.locator("input.task__box:not(:checked)")
        if not open_ones.count():
            return
        name = open_ones.first.get_attribute("value")
        box = tab.locator(f"input.task__box[value='{name}']")
        when = tab.locator(f"[name='day-{name}']")
        if when.count():
            when.fill(day)
        with tab.expect_response("**/tick/") as answer:
            box.check()
        assert answer.value.ok
        tab.wait_for_selector(f"[name='seen-{name}'][value^='done']", state="attached")
        assert tab.locator("#worklist [role=status]").inner_text()
        assert tab.evaluate("document.activeElement.value") == name


def reach(tab, selector):
    """Press Tab until the focus is there."""
    for _press in range(120):
        if tab.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by keyboard")


@pytest.fixture
def look(browser, server):
    """Gives ``look(person, name, case)``: whether a screen is accessible to somebody."""
    tabs = {}

    def look(person, name, case=None, **more):
        if person not in tabs:
            tabs[person] = signed_in(browser, server, person, bypass_csp=True).new_page()
        answer = tabs[person].goto(server + address(name, case, **more))
        assert answer.ok, f"{name}: {answer.status}"
        assert "/cases/" in tabs[person].url, f"{name} leads to {tabs[person].url}"
        is_accessible(tabs[person], name)

    yield look
    for tab in tabs.values():
        tab.context.close()
