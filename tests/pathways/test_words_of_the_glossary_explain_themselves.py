"""The first use of a glossary word in running text opens its explanation."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from pathways.models import GlossaryTerm
from pathways.reading.terms import ExplainedTexts

pytestmark = pytest.mark.django_db


class Plain:
    """Stands for the links of a page where a text has none."""

    reader = None

    @staticmethod
    def expand(html):
        return html


def glossary(language, *names):
    locale, _created = Locale.objects.get_or_create(language_code=language)
    for number, name in enumerate(names):
        GlossaryTerm.objects.create(
            slug=f"word-{number}", name=name, description=f"About {name}.", locale=locale
        )
    return ExplainedTexts(Plain, language)


def words(html):
    return re.findall(r"<button[^>]*>(.*?)</button>", html)


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("en", "Working day", "within two working days"),
        ("da", "Arbejdsdag", "inden for to arbejdsdage"),
        ("da", "Koordinerende møde", "de koordinerende møder"),
        ("da", "Netværkskort", "fyld netværkskortet ud"),
        ("nb", "Ansvarsgruppe", "i ansvarsgruppen"),
        ("fi", "Työpäivä", "kahden työpäivän kuluessa"),
        ("da", "Støtteordningen (SKP)", "ring til SKP i dag"),
        ("en", "It-backpack", "bring the IT-backpack"),
    ],
)
def test_in_another_form_too(language, name, text):
    texts = glossary(language, name)
    found = words(texts.expand(f"<p>{text}</p>"))
    assert len(found) == 1
    assert found[0] in text
    assert [term.name for term in texts.explained] == [name]


def test_only_the_first_use_on_a_page(db):
    texts = glossary("en", "Contact")
    assert words(texts.expand("<p>Contact, and contact.</p>")) == ["Contact"]
    assert words(texts.expand("<p>Contact again.</p>")) == []


def test_the_longest_word_wins(db):
    texts = glossary("en", "Contact", "Real contact")
    assert words(texts.expand("<p>You seek real contact, any contact.</p>")) == [
        "real contact",
        "contact",
    ]


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">contact</a></p>',
        "<h3>Contact</h3>",
        '<p title="contact">words</p>',
        "<p>contactless, subcontact</p>",
    ],
)
def test_links_headings_attributes_and_parts_of_words_are_left_alone(db, html):
    assert glossary("en", "Contact").expand(html) == html


def test_words_apart_are_no_term(db):
    html = "<p>It is real. Contact them.</p>"
    assert glossary("en", "Real contact").expand(html) == html


def test_text_is_otherwise_the_same(db):
    html = "<p>A &amp; B &lt;x&gt;, <b>real contact</b> &amp; more</p>"
    marked = glossary("en", "Real contact").expand(html)
    assert re.sub(r"</?button[^>]*>", "", marked) == html


def test_a_name_that_is_code_is_text(db):
    marked = glossary("en", "<script>alert</script>").expand("<p>script alert script</p>")
    assert "<script>" not in marked


def test_many_words_cost_one_query(db):
    texts = glossary("en", *[f"Word {number}" for number in range(40)])
    with CaptureQueriesContext(
        connection,
    ) as asked:
        texts.expand("<p>Word 1, word 2 and word 3</p>")
        texts.expand("<p>Word 4</p>")
    assert len(asked) == 1


def test_on_a_page_the_button_has_its_explanation(demo, client):
    content = client.get(
        "/en/pathways/outreach-casework/making-contact/contacting-the-citizen/"
    ).content.decode()
    targets = re.findall(r'class="term" type="button" popovertarget="([^"]+)"', content)
    assert "term-working-day" in targets
    assert len(targets) == len(set(targets))
    for target in targets:
        assert content.count(f'id="{target}" popover') == 1
