"""Each fact of the sources is found on the page where a reader would look for it.

``tests/facts*.yaml`` map the ids of the fact table to a page and a pattern a language.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.translation import override
from ruamel.yaml import YAML

from pathways.document.references import PAGE_MODELS

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FILES = sorted(Path(__file__).parent.parent.glob("facts*.yaml"))


def read(path):
    return YAML(typ="safe").load(path)


def visible_text(html):
    """Words of the main part of a page, with single spaces."""
    main = re.search(r"<main.*</main>", html, re.DOTALL)[0]
    main = re.sub(r"<(script|style|template|svg)\b.*?</\1>", " ", main, flags=re.DOTALL)
    main = re.sub(r'<button class="term"[^>]*>(.*?)</button>', r"\1", main)  # part of a sentence
    text = unescape(re.sub(r"<[^>]+>", "\N{ZERO WIDTH SPACE}", main)).replace("\xad", "")
    text = re.sub(r"\N{ZERO WIDTH SPACE}+(?=[.,;:!?)»”])", "", text)
    return " ".join(text.replace("\N{ZERO WIDTH SPACE}", " ").split())


class Pages:
    """Visible texts of pages by name and language, each fetched once."""

    def __init__(self, client):
        self.client = client
        self.texts = {}

    def text(self, name, language):
        if (name, language) not in self.texts:
            response = self.client.get(self.address(name, language))
            assert response.status_code == 200, name
            self.texts[name, language] = visible_text(response.content.decode())
        return self.texts[name, language]

    def address(self, name, language):
        kind, _colon, key = name.partition(":")
        if kind == "term":
            with override(language):
                return reverse("pathways:term", args=[key])
        model = apps.get_model(PAGE_MODELS[kind])
        return model.objects.get(key=key, locale__language_code=language).url


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_facts_are_found(path, demo, client):
    pages, missing = Pages(client), []
    for fact, places in read(path).items():
        assert places, fact
        for place in places:
            for language, pattern in place.items():
                if language == "page":
                    continue
                text = pages.text(place["page"], language)
                if not re.search(pattern, text, re.IGNORECASE):
                    missing.append(f"{fact} {place['page']} {language}: {pattern}")
    assert not missing, "\n".join(missing)


def test_the_fact_table_is_covered():
    """Every id of sections 1 to 5 has its line.

    1.3, 2.5, 2.12, 2.13, 5.2 and 5.3 of the table have none of their own; theirs are given here.
    """
    facts = {fact for path in FILES for fact in read(path)}
    counted = {
        "000-1": 5,
        "000-2": 20,
        "000-3": 5,
        "001-1": 9,
        "001-2": 14,
        "001-3": 4,
        "001-4": 13,
        "001-6": 6,
        "001-7": 13,
        "001-8": 8,
        "001-9": 5,
        "001-10": 8,
        "001-11": 3,
        "002": 14,
        "003": 12,
        "004-1": 7,
        "004-2": 6,
        "004-3": 6,
    }
    for prefix, number in counted.items():
        ids = {fact for fact in facts if fact.startswith(f"{prefix}-")}
        expected = {f"{prefix}-{n:02}" for n in range(1, number + 1)}
        expected |= {f"{prefix}-b{n:02}" for n in range(1, number + 1)}
        assert len(ids & expected) == number, prefix
    for prefix, least in {"001-5": 29, "001-12": 14, "001-13": 8}.items():
        assert len({fact for fact in facts if fact.startswith(f"{prefix}-")}) >= least, prefix


def test_every_fact_is_looked_for_in_its_own_language_and_in_english():
    own = {"000": "nb", "001": "da", "002": "nb", "003": "nb", "004": "fi"}
    for path in FILES:
        for fact, places in read(path).items():
            for place in places:
                assert place.keys() == {"page", own[fact[:3]], "en"}, (fact, place)
