"""The title of a work is marked with its language, so that it is read aloud as what it is."""

import pytest
from django.template.loader import render_to_string

WORK = {"title": "Arbejdsgang og redskaber", "language": "da", "year": 2014}
TEMPLATES = {
    "pathways/blocks/source.html": '<cite lang="da">Arbejdsgang',
    "pathways/blocks/resource.html": '<span class="resource__title" lang="da">Arbejdsgang',
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_title_says_its_language(template):
    value = dict.fromkeys(
        ("author", "publisher", "url", "where", "status", "kind", "basis", "text"), ""
    )
    assert TEMPLATES[template] in render_to_string(template, {"value": value | WORK})
    unsaid = render_to_string(template, {"value": value | WORK | {"language": ""}})
    assert "lang=" not in unsaid


def test_what_advice_rests_on_says_its_language():
    template = "pathways/includes/reference.html"
    value = {"reference": "Egan: The Skilled Helper", "reference_language": "en"}
    assert '<span lang="en">Egan' in render_to_string(template, {"value": value})
    assert "lang=" not in render_to_string(template, {"value": value | {"reference_language": ""}})
