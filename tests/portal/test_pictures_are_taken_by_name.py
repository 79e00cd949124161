"""`make screens` knows where the pages are; one that is not there yet is left out."""

from io import BytesIO

import pytest
from PIL import Image

from portal.screens import SCREENS, TALLEST, Screen, _save

PAGES = {
    "front", "pathway", "phase", "step", "method", "template", "who-does-what", "search", "404",
}  # fmt: skip


def test_every_page_has_its_name():
    assert {screen.name for screen in SCREENS} >= PAGES


@pytest.mark.django_db
@pytest.mark.parametrize("screen", [s for s in SCREENS if s.page], ids=lambda s: s.name)
def test_pages_are_found_by_their_keys(demo, client, screen):
    assert client.get(screen.address()).status_code == 200


@pytest.mark.django_db
def test_what_is_not_there_is_left_out():
    assert Screen("nowhere", page="step:nowhere").address() is None
    assert Screen("nowhere", view="nowhere").address() is None


def test_pictures_are_small(tmp_path):
    long = BytesIO()
    Image.effect_noise((390, 3 * TALLEST), 50).save(long, "PNG")
    _save(long.getvalue(), tmp_path / "long.png")
    picture = Image.open(tmp_path / "long.png")
    assert picture.height == TALLEST
    assert picture.mode == "P"
