"""400, 403 and 500, and a form that came too late, look like the portal and lead on."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template import TemplateDoesNotExist, loader
from django.test import Client
from django.urls import path

from portal import errors
from portal import urls as portal_urls


def refuse(request):
    raise PermissionDenied


def suspect(request):
    raise SuspiciousOperation


def fail(request):
    raise RuntimeError("broken on purpose")


handler400, handler404, handler500 = (
    portal_urls.handler400,
    portal_urls.handler404,
    portal_urls.handler500,
)
urlpatterns = [
    path("refuse/", refuse),
    path("suspect/", suspect),
    path("fail/", fail),
    *portal_urls.urlpatterns,
]


@pytest.fixture
def client(settings):
    settings.ROOT_URLCONF = __name__
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def shown(response, status, heading):
    assert response.status_code == status
    html = response.content.decode()
    assert f"<h1>{heading}</h1>" in html
    assert 'class="end-of-line"' in html
    assert 'class="button" href="/' in html
    return html


@pytest.mark.django_db
def test_what_is_not_allowed_offers_to_sign_in(client):
    html = shown(client.get("/refuse/"), 403, "This page is not open to you")
    assert 'href="/en/account/sign-in/?next=/refuse/"' in html


def test_what_is_not_understood(client):
    shown(client.get("/suspect/"), 400, "The portal did not understand that")


def test_an_unknown_host_is_told_no_more_than_that(client):
    response = client.get("/fail/", headers={"host": "elsewhere.example"})
    html = shown(response, 400, "The portal did not understand that")
    assert "elsewhere" not in html


def test_an_error_asks_no_database(client):
    html = shown(client.get("/fail/"), 500, "Something went wrong here")
    assert "broken on purpose" not in html


def test_an_error_is_told_in_the_language_of_the_reader(client):
    response = client.get("/fail/", headers={"accept-language": "fi"})
    assert '<html lang="fi">' in response.content.decode()


def test_an_error_is_told_even_if_the_templates_are_broken(client, monkeypatch):
    def broken(*args, **kwargs):
        raise TemplateDoesNotExist("500.html")

    monkeypatch.setattr(errors.loader, "render_to_string", broken)
    response = client.get("/fail/")
    assert response.status_code == 500
    assert '<a href="/">' in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_says_what_to_do(client):
    html = shown(client.post("/en/account/sign-in/"), 403, "Please send the form once more")
    assert "Nothing was saved" in html


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_every_page_for_errors_stands_without_a_request(name):
    assert "<h1>" in loader.render_to_string(name)
