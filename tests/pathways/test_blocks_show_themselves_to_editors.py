"""The block chooser describes each block and shows it as readers will see it."""

import pytest
from django.urls import reverse
from django.utils.functional import lazy
from wagtail import blocks

from pathways.blocks.base import Labelled
from pathways.models import ArticlePage, DocumentTemplatePage

pytestmark = pytest.mark.once

SEEN = {
    "text": "Agree on the place",
    "callout": "Ask before you invite",
    "phrases": "What would help you most today?",
    "do_dont": "Promise what others decide",
    "example": "May I come in?",
    "expander": "Trust takes time",
    "diagram": "Drawing of a loop",
    "story": "Everybody is met at the same desk",
    "reflection": "How does the need show",
    "resource": "A textbook",
    "source": "Arbejdsgang og redskaber",
    "section": "What matters most now?",
    "field": "blank__label",
    "choice": "Mark one.",
    "table": "telephone",
    "criteria": "Sees nobody outside the home",
    "note": "<p>Filled in together",
}


def all_blocks():
    body = ArticlePage._meta.get_field("body").stream_block
    sources = ArticlePage._meta.get_field("sources").stream_block
    sections = DocumentTemplatePage._meta.get_field("sections").stream_block
    fields = sections.child_blocks["section"].child_blocks["fields"]
    return {
        name: block
        for stream in (body, sources, sections, fields)
        for name, block in stream.child_blocks.items()
    }


def test_every_block_that_can_be_chosen_is_looked_at():
    assert set(all_blocks()) == set(SEEN)


@pytest.mark.parametrize("name", SEEN)
def test_a_block_says_what_it_is_for(name):
    meta = all_blocks()[name].meta
    assert meta.description
    assert meta.label
    assert meta.icon not in ("", "placeholder")


def test_a_label_costs_the_same_however_many_blocks_share_it():
    asked = []
    words = lazy(lambda: asked.append(1) or "words", str)()

    class Shared(Labelled):
        child = blocks.CharBlock(label=words)

    for _number in range(10):
        label = str(Shared().child_blocks["child"].label)
    assert label == "Words"
    assert len(asked) < 100


@pytest.mark.parametrize("name", SEEN)
def test_a_preview_looks_as_readers_will_see_it(name, editor, client):
    client.force_login(editor)
    block = all_blocks()[name]
    assert block.is_previewable
    answer = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert SEEN[name] in page
    assert "portal/css/tokens.css" in page
