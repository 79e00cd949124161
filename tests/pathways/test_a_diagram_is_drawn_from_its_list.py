"""A wheel, a network or a loop: drawn on the server, and listed in words beside it."""

import re

import pytest

from pathways.blocks.diagram import parts_of, problem_of_parts
from pathways.document.folder import FolderProblems, read_folder, write_folder
from pathways.document.importing import import_document
from pathways.document.nodes import Article, Block
from pathways.models import ArticlePage, DocumentTemplatePage, StepPage
from pathways.reading.drawing import HALF, OUTER, WIDTH, draw
from tests.pathways.editing import Tab
from tests.pathways.samples import a_pathway, named, said

pytestmark = pytest.mark.once

LONG = "Asiakassuunnitelmapalaverikäytäntö"


def a_list(*parts):
    return "<ul>" + "".join(f"<li>{part}</li>" for part in parts) + "</ul>"


@pytest.mark.parametrize(
    ("written", "label", "explanation"),
    [
        ("Plan: agree on goals", "Plan", "agree on goals"),
        ("Plan", "Plan", ""),
        ("<b>Plan:</b> agree", "Plan", "agree"),
        ("<b>Plan</b>: agree: now", "Plan", "agree: now"),
        ("<b>Plan: agree</b>", "Plan", "agree"),
        ('<a href="https://e.org">Plan</a>: agree', "Plan", "agree"),
        ("Give &amp; take: <i>both</i>", "Give & take", "<i>both</i>"),
    ],
)
def test_a_part_is_a_label_and_its_explanation(written, label, explanation):
    assert parts_of(a_list(written)) == [(label, explanation)]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Plan: do</p>",
        a_list("Only one: part"),
        a_list(*(f"Part {n}: x" for n in range(13))),
        a_list("Plan: a", ": nothing before"),
        a_list("Plan: a", "Do: b") + "<p>And more.</p>",
        a_list("Plan<ul><li>inner</li></ul>", "Do: b"),
        a_list("Plan: a", "x" * 61 + ": b"),
    ],
)
def test_what_cannot_be_drawn_is_refused(html):
    assert problem_of_parts(html)


@pytest.mark.parametrize("kind", ["wheel", "network", "loop"])
@pytest.mark.parametrize("number", [2, 3, 5, 8, 12])
def test_all_marks_are_in_the_middle_and_all_labels_in_the_drawing(kind, number):
    drawing = draw(kind, "The client", [LONG, *["Service for adults"] * (number - 1)])
    _left, top, _width, height = map(float, drawing.view_box.split())
    for station in drawing.stations:
        reach = ((float(station.x) - HALF) ** 2 + float(station.y) ** 2) ** 0.5
        assert reach + drawing.node < OUTER + 1
        for line in station.lines:
            assert 0 <= float(line.x) <= WIDTH
            assert top <= float(line.y) <= top + height
    assert len({(station.x, station.y) for station in drawing.stations}) == number


def with_diagram(parts, kind="loop"):
    texts = {"title": said("Again and again"), "centre": said("Client")}
    texts["parts"] = {language: parts.format(language) for language in ("da", "en")}
    codes = {} if kind == "wheel" else {"kind": kind}
    block = Block(id="round", type="diagram", codes=codes, texts=texts, children={})
    article = Article(**named("rounds"), body=(block,))
    return a_pathway(articles=(article,))


def drawn_in(html):
    return re.search(r'<svg class="diagram__drawing".*?</svg>', html, re.DOTALL)[0]


GOOD = "- Plan: agree, {0}\n- Do: [each](method:listening), {0}\n- Look back: what now, {0}"


@pytest.mark.django_db
def test_readers_get_the_drawing_and_its_words_in_their_language(tree, client):
    import_document(with_diagram(GOOD))
    article = ArticlePage.objects.get(locale__language_code="en")
    html = client.get(article.url).content.decode()
    svg = drawn_in(html)
    assert 'role="img"' in svg
    assert "In the centre: Client (en)" in svg
    assert "Look back" in svg
    assert "style=" not in html.split("<main")[1]
    words = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    assert "<strong>Look back</strong>" in words
    assert "what now, en" in words
    assert re.search(r'<a href="/en/[^"]+">each</a>', words)
    assert "components/diagram.css" in html


@pytest.mark.django_db
def test_pages_without_a_diagram_do_not_fetch_its_style(sample, client):
    step = StepPage.objects.get(key="opening", locale__language_code="en")
    html = client.get(step.url).content.decode()
    assert "components/diagram.css" not in html


@pytest.mark.django_db
def test_a_folder_tells_the_line_of_a_list_that_cannot_be_drawn(tmp_path):
    write_folder(with_diagram("- Only one: {0}"), tmp_path / "sample")
    with pytest.raises(FolderProblems) as caught:
        read_folder(tmp_path / "sample")
    assert {problem.file for problem in caught.value.problems} == {
        "articles/rounds.da.md",
        "articles/rounds.en.md",
    }
    assert all(problem.line > 5 for problem in caught.value.problems)


@pytest.mark.django_db
def test_an_editor_is_told_beside_the_parts(tree, editor, client):
    import_document(with_diagram(GOOD))
    client.force_login(editor)
    tab = Tab(client, ArticlePage.objects.get(locale__language_code="da"))
    kept = tab.form["body-0-value-parts"]
    tab.form["body-0-value-parts"] = kept.replace("unordered-list-item", "unstyled")
    answer = tab.client.post(tab.address, tab.form | {"action-publish": "on"})
    (block,) = answer.context["form"].errors["body"].as_data()[0].block_errors.values()
    assert "list of 2 to 12 parts" in str(block.block_errors["parts"])


def test_a_network_map_is_drawn_from_its_tables(demo, db, client):
    page = DocumentTemplatePage.objects.get(key="network-map", locale__language_code="da")
    html = client.get(page.url).content.decode()
    svg = drawn_in(html)
    assert svg.count("diagram__mark--professional") == 9
    assert svg.count("diagram__mark--private") == 1
    assert svg.count("diagram__circle") == 2
    assert "Mit private netværk" in svg


def test_a_form_without_circles_is_not_drawn(demo, db, client):
    page = DocumentTemplatePage.objects.get(key="screening-form", locale__language_code="da")
    assert "diagram__drawing" not in client.get(page.url).content.decode()
