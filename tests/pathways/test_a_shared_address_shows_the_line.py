"""Whoever shares an address shows a picture of the pathway's line."""

from io import BytesIO

import pytest
from django.core.cache import cache
from PIL import Image

from pathways.models import PathwayPage, StepPage
from pathways.preview import views
from pathways.preview.drawing import HEIGHT, LINE, LINE_AT, WIDTH, Drawing, draw

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "/da/preview/sample.png"


def opened(picture):
    image = Image.open(BytesIO(picture))
    assert (image.size, image.format) == ((WIDTH, HEIGHT), "PNG")
    return image.convert("RGB")


def test_the_head_of_a_page_says_where_the_picture_is_and_what_it_shows(sample, client):
    for model in (PathwayPage, StepPage):
        html = client.get(
            model.objects.get(locale__language_code="da", key__in=["sample", "opening"]).url
        )
        html = html.content.decode()
        assert f'<meta property="og:image" content="http://testserver{ADDRESS}">' in html
        assert "sample (da)" in html.split('property="og:image:alt" content="')[1].split('">')[0]


def test_the_picture_has_the_line(sample, client):
    image = opened(client.get(ADDRESS).content)
    assert "#{:02x}{:02x}{:02x}".format(*image.getpixel((100, LINE_AT))) == LINE


def test_it_is_drawn_once_for_each_state(sample, client, monkeypatch):
    cache.clear()
    drawn = []
    monkeypatch.setattr(views, "draw", lambda drawing: drawn.append(drawing) or draw(drawing))
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    assert first.content == second.content
    StepPage.objects.filter(key="opening").update(necessity="offer")
    third = client.get(ADDRESS)
    assert len(drawn) == 2
    assert third.headers["ETag"] != first.headers["ETag"]


def test_the_portal_has_one_of_its_own(tree, client):
    opened(client.get("/fi/preview.png").content)
    assert 'content="http://testserver/fi/preview.png"' in client.get("/fi/").content.decode()


def test_there_is_none_of_an_unknown_pathway(sample, client):
    assert client.get("/da/preview/unknown.png").status_code == 404
    assert client.get("/fi/preview/sample.png").status_code == 404


@pytest.mark.parametrize(
    ("title", "stations"),
    [
        ("", ()),
        ("x", (("mandatory",),)),
        ("Forberedelse" * 17, (("mandatory", "offer", "conditional") * 20,)),
        ("مرحبا بالعالم", (("mandatory",), (), ("offer", "offer"))),
    ],
)
def test_any_title_and_any_number_of_steps_fit(title, stations):
    image = opened(draw(Drawing(title, "Portal", "Pathway", stations)))
    edge = {image.getpixel((x, y)) for x in (0, 10, WIDTH - 11, WIDTH - 1) for y in range(HEIGHT)}
    assert len(edge) == 1
