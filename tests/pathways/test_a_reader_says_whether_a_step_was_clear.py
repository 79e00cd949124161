"""“Was this step clear?”: without JavaScript, without a trace of who answered."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from pathways.feedback import answers
from pathways.models import StepFeedback, StepPage
from tests.accounts.people import make_person
from tests.pathways.translating import page_in

pytestmark = pytest.mark.django_db
ADDRESS = "/en/was-it-clear/opening/"


@pytest.fixture
def step(sample):
    return page_in("en", "opening", StepPage)


def form(client, query=""):
    page = client.get(ADDRESS + query).content.decode()
    return {"ticket": re.search(r'name="ticket" value="([^"]+)"', page)[1]}


def test_the_step_asks_by_a_plain_form_and_gets_no_cookie(step, client):
    response = client.get(step.url)
    assert f'action="{ADDRESS}"' in response.content.decode()
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_the_answer_that_was_pressed_is_chosen_and_nothing_is_stored_yet(step, client):
    page = re.sub(r"\s+", " ", client.get(f"{ADDRESS}?clear=no").content.decode())
    assert re.search(r'value="no"[^>]* checked', page)
    assert not StepFeedback.objects.exists()


def test_an_answer_is_stored_without_a_trace_of_who_gave_it(step, client):
    person = make_person(Role.CASE_WORKER)
    client.force_login(person)
    data = form(client) | {"clear": "no", "text": "Who decides?"}
    response = client.post(ADDRESS, data, REMOTE_ADDR="192.0.2.7", follow=True)
    assert "Thank you" in response.content.decode()
    answer = StepFeedback.objects.get()
    assert (answer.step, answer.clear, answer.text) == (step, False, "Who decides?")
    assert (answer.title, answer.language) == ("opening (en)", "en")
    fields = {field.name for field in StepFeedback._meta.get_fields()}
    assert fields == {"id", "step", "title", "language", "clear", "text", "day", "seen"}
    assert StepFeedback._meta.get_field("day").get_internal_type() == "DateField"


def test_whoever_owns_the_page_is_told_and_not_what_it_says(step, client, editor):
    StepPage.objects.filter(locale__language_code="da", key="opening").update(owner=editor)
    client.post(ADDRESS, form(client) | {"clear": "no", "text": "Secret words"})
    [message] = mail.outbox
    assert message.to == [editor.email]
    assert reverse("feedback:index") in message.body
    assert "Secret words" not in message.body + message.subject


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Choose yes or no."),
        ({"clear": "perhaps"}, "Select a valid choice."),
        ({"clear": "no", "text": "x" * 1001}, "at most 1000 characters"),
        ({"clear": "no", "text": "It was 010190-1234"}, "personal number"),
        ({"clear": "yes", "ticket": "forged"}, "The page has been open for too long."),
    ],
)
def test_wrong_input_is_said_and_what_was_written_stays(step, client, data, message):
    data = form(client) | {"text": "kept words"} | data
    page = client.post(ADDRESS, data).content.decode()
    assert message in page
    assert data["text"][:20] in page
    assert not StepFeedback.objects.exists()


def test_after_too_long_sending_once_more_is_enough(step, client):
    page = client.post(ADDRESS, {"clear": "yes", "ticket": "old"}).content.decode()
    ticket = re.search(r'name="ticket" value="([^"]+)"', page)[1]
    client.post(ADDRESS, {"clear": "yes", "ticket": ticket})
    assert StepFeedback.objects.count() == 1


def test_a_form_counts_once_and_a_program_not_at_all(step, client):
    data = form(client) | {"clear": "yes"}
    for _again in range(3):
        assert client.post(ADDRESS, data).status_code == 302
    assert StepFeedback.objects.count() == 1
    assert client.post(ADDRESS, form(client) | {"clear": "yes", "website": "x"}).status_code == 302
    assert StepFeedback.objects.count() == 1


def test_no_more_than_a_few_an_hour_are_taken_for_a_step(step, client, monkeypatch):
    monkeypatch.setattr(answers, "MOST_A_STEP", 2)
    for _each in range(2):
        client.post(ADDRESS, form(client) | {"clear": "yes"})
    response = client.post(ADDRESS, form(client) | {"clear": "no", "text": "kept words"})
    assert response.status_code == 429
    assert "kept words" in response.content.decode()
    assert StepFeedback.objects.count() == 2
    cache.clear()  # an hour later
    client.post(ADDRESS, form(client) | {"clear": "no"})
    assert StepFeedback.objects.count() == 3


def test_a_form_of_another_site_is_refused(step):
    client = Client(enforce_csrf_checks=True)
    assert client.post(ADDRESS, form(client) | {"clear": "yes"}).status_code == 403
    page = client.get(ADDRESS).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    data = form(client) | {"clear": "yes", "csrfmiddlewaretoken": token}
    assert client.post(ADDRESS, data).status_code == 302


def test_a_step_that_is_gone_leaves_its_answers(step, client):
    client.post(ADDRESS, form(client) | {"clear": "yes"})
    StepPage.objects.get(pk=step.pk).delete()
    answer = StepFeedback.objects.get()
    assert (answer.step, answer.title) == (None, "opening (en)")
    assert client.get(ADDRESS).status_code == 404


def test_editors_look_at_them_and_tick_them_off(step, client, editor):
    client.post(ADDRESS, form(client) | {"clear": "no", "text": "Who decides?"})
    client.force_login(editor)
    assert "Who decides?" in client.get(reverse("feedback:index")).content.decode()
    answer = StepFeedback.objects.get()
    address = reverse("feedback:edit", args=[answer.pk])
    client.post(address, {"seen": "on", "text": "other words", "clear": "on"})
    answer.refresh_from_db()
    assert (answer.seen, answer.text, answer.clear) == (True, "Who decides?", False)


def test_the_privacy_page_says_what_is_stored(tree, client):
    page = client.get("/en/privacy/").content.decode()
    assert "no name, no account, no address" in page
