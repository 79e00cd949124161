"""Rich text in the database and Markdown in files say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.document.markdown import NotInSubset, to_html, to_markdown

words = st.text(st.sampled_from("aåæøß .,!?-+*_#[]()<>&\"'\\1:2`~|\u00a0"), min_size=1, max_size=12)


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _wrapped(children):
    tags = st.sampled_from(
        ["<b>{}</b>", "<i>{}</i>", '<a href="https://example.org/x">{}</a>', "{}<br/>"]
    )
    return st.builds(lambda tag, parts: tag.format("".join(parts)), tags, children)


inline = st.recursive(
    words.map(_escaped), lambda inner: _wrapped(st.lists(inner, max_size=3)), max_leaves=5
)
paragraphs = st.sampled_from(["p", "h3", "h4"]).flatmap(
    lambda tag: inline.map(lambda text: f"<{tag}>{text}</{tag}>")
)
lists = st.builds(
    lambda tag, items: f"<{tag}>" + "".join(f"<li>{i}</li>" for i in items) + f"</{tag}>",
    st.sampled_from(["ul", "ol"]),
    st.lists(inline, min_size=1, max_size=3),
)
rich_texts = st.lists(paragraphs | lists, max_size=5).map("".join)


@given(rich_texts)
def test_markdown_read_back_is_the_same_markdown(html):
    markdown = to_markdown(html)
    assert to_markdown(to_html(markdown)) == markdown


@given(st.lists(words, min_size=1, max_size=4))
def test_no_word_is_lost(texts):
    html = "".join(f"<p>{_escaped(text)}</p>" for text in texts)
    kept = "".join(to_html(to_markdown(html)).split())
    for text in texts:
        assert "".join(_escaped(text.strip()).split()) in kept


def test_everything_an_editor_can_type_has_its_markdown():
    html = (
        "<h3>Når</h3><p>Ring <b>før </b><i>kl. 9</i>.<br/>Ellers: "
        '<a linktype="page" id="5">sådan</a></p>'
        "<ul><li>en<ul><li>to</li></ul></li></ul><ol><li>tre</li></ol>"
    )
    markdown = to_markdown(html, lambda page_id: f"method:m-{page_id}")
    assert markdown == (
        "### Når\n\nRing **før** *kl. 9*.\\\nEllers: [sådan](method:m-5)\n\n- en\n   - to\n1. tre"
    )
    assert '<a linktype="page" id="5">' in to_html(markdown, lambda reference: 5)


def test_a_link_to_a_page_that_is_gone_keeps_its_words():
    assert to_markdown('<p><a linktype="page" id="9">her</a></p>') == "her"


def test_other_headings_are_refused():
    with pytest.raises(NotInSubset):
        to_html("# Stor")
