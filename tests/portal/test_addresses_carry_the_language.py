import pytest
from django.urls import reverse
from django.utils import translation

from home.models import HomePage
from portal.demo.tree import make_tree

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("da", "da"),
        ("fi-FI,fi;q=0.9", "fi"),
        ("no", "nb"),
        ("no-NO,en;q=0.5", "nb"),
        ("nn-NO,nn;q=0.9,da;q=0.4", "nb"),
        ("nb-NO", "nb"),
        ("en-GB,da;q=0.9", "en"),
        ("sv,fi;q=0.3", "fi"),
        ("sv", "en"),
        ("", "en"),
        ("*", "en"),
        ("; q=å, -,,", "en"),
    ],
)
def test_a_reader_is_led_to_the_language_that_the_browser_asks_for(client, wanted, given):
    response = client.get("/", headers={"accept-language": wanted})
    assert response.status_code == 302
    assert response.headers["Location"] == f"/{given}/"


def test_a_language_without_a_front_page_is_passed_over(client):
    make_tree()
    HomePage.objects.get(locale__language_code="fi").unpublish()
    response = client.get("/", headers={"accept-language": "fi,da;q=0.5"})
    assert response.headers["Location"] == "/da/"


def test_the_first_answer_can_be_kept_for_each_language_and_remembers_nobody(client):
    response = client.get("/", headers={"accept-language": "fi"})
    assert response.headers["Vary"] == "Accept-Language"
    assert "max-age=600" in response.headers["Cache-Control"]
    assert not response.cookies


def test_no_cookie_decides_the_language(client):
    client.cookies["django_language"] = "da"
    make_tree()
    assert '<html lang="fi">' in client.get("/fi/").content.decode()


@pytest.mark.parametrize("language", ["nb", "da", "fi", "en"])
def test_every_language_has_its_prefix(language):
    with translation.override(language):
        assert reverse("search:search") == f"/{language}/search/"


def test_the_editors_part_has_no_prefix():
    assert reverse("wagtailadmin_home") == "/admin/"


def test_uploads_are_not_served_openly(client, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    (tmp_path / "restricted.txt").write_text("for staff")
    assert client.get("/media/restricted.txt").status_code == 404
