import pytest
from django.urls import reverse
from django.utils import translation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("da", "da"), ("fi-FI,fi;q=0.9", "fi"), ("no,nb;q=0.5", "nb"), ("sv", "en")],
)
def test_a_reader_is_led_to_the_language_that_the_browser_asks_for(client, wanted, given):
    response = client.get("/", headers={"accept-language": wanted})
    assert response.headers["Location"] == f"/{given}/"


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
