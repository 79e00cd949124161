import gettext

import pytest
from babel.messages.catalog import Catalog

from portal.messages import catalogs, completeness
from portal.messages.extraction import extract

VIEW = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy

TITLE = _("Front page")
STATE = pgettext_lazy("state of a case", "Open")
COUNT = ngettext("%(n)d page", "%(n)d pages", 2)
"""

TEMPLATE = """{% load i18n %}
<h1>Don't stumble over {{ this }}</h1>
  {% translate "Checklist" %}
    {% translate "Open" context "what to do" %}
{% blocktranslate trimmed count n=n with x=y %}
    One step
    for {{ x }}
{% plural %}
    {{ n }} steps
{% endblocktranslate %}
{{ value|default:_("nothing yet") }}
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "apps.py").write_text("")
    (tmp_path / "app" / "views.py").write_text(VIEW)
    (tmp_path / "templates" / "app").mkdir(parents=True)
    (tmp_path / "templates" / "app" / "page.html").write_text(TEMPLATE)
    return tmp_path


def translate(root, language, strings):
    """Write a language's file with the given texts translated."""
    catalogs.update(root / "locale", language, extract(root))
    catalog = catalogs.read(root / "locale", language)
    for message in catalog:
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key in strings:
            message.string = strings[key]
    path = catalogs.po_path(root / "locale", language)
    with path.open("wb") as file:
        catalogs.write_po(file, catalog)
    return catalog


COMPLETE = {
    "Front page": "Forside",
    "Open": "Åben",
    "%(n)d page": ("%(n)d side", "%(n)d sider"),
    "Checklist": "Tjekliste",
    "One step for %(x)s": ("Et trin for %(x)s", "%(n)s trin"),
    "nothing yet": "intet endnu",
}


def problems(root, language):
    catalog = catalogs.read(root / "locale", language)
    return list(completeness.problems(catalog, extract(root)))


def test_texts_are_found_in_python_and_in_templates(root):
    found = {(message.context, message.id) for message in extract(root) if message.id}
    assert found == {
        (None, "Front page"),
        ("state of a case", "Open"),
        (None, ("%(n)d page", "%(n)d pages")),
        (None, "Checklist"),
        ("what to do", "Open"),
        (None, ("One step for %(x)s", "%(n)s steps")),
        (None, "nothing yet"),
    }


def test_a_complete_language_has_no_problems(root):
    translate(root, "da", COMPLETE)
    assert problems(root, "da") == []


def test_a_language_without_a_file_lacks_everything(root):
    assert len(problems(root, "fi")) == 7


def test_an_untranslated_text_is_named_with_its_place(root):
    translate(root, "da", {**COMPLETE, "Checklist": ""})
    assert problems(root, "da") == ["not translated: 'Checklist' (templates/app/page.html)"]


def test_a_missing_plural_is_found(root):
    translate(root, "da", {**COMPLETE, "%(n)d page": ("%(n)d side", "")})
    assert problems(root, "da") == ["not translated: '%(n)d page' (app/views.py)"]


def test_a_new_text_in_the_code_is_missing_until_the_files_are_updated(root):
    translate(root, "da", COMPLETE)
    (root / "templates" / "new.html").write_text('{% load i18n %}{% translate "New" %}')
    assert problems(root, "da") == ["missing: 'New' (templates/new.html)"]


def test_a_text_that_vanished_from_the_code_is_left_over(root):
    translate(root, "da", COMPLETE)
    (root / "app" / "views.py").write_text("")
    assert len(problems(root, "da")) == 3
    catalogs.update(root / "locale", "da", extract(root))
    assert problems(root, "da") == []


def test_a_broken_placeholder_is_found(root):
    translate(root, "da", {**COMPLETE, "%(n)d page": ("%(m)d side", "%(m)d sider")})
    assert len(problems(root, "da")) == 1


def test_a_fuzzy_text_is_uncertain(root):
    catalog = translate(root, "da", COMPLETE)
    catalog.get("Checklist").flags.add("fuzzy")
    lines = list(completeness.problems(catalog, extract(root)))
    assert lines == ["uncertain (fuzzy): 'Checklist' (templates/app/page.html)"]


def test_the_source_language_says_what_the_code_says(root):
    catalog = translate(root, "en", {})
    assert problems(root, "en") == []
    assert catalog.get("Checklist").string == "Checklist"
    assert catalog.get("%(n)d page").string == ("%(n)d page", "%(n)d pages")


def test_an_update_without_news_changes_no_byte(root):
    translate(root, "da", COMPLETE)
    catalogs.update(root / "locale", "da", extract(root))
    path = catalogs.po_path(root / "locale", "da")
    before = path.read_bytes()
    catalogs.update(root / "locale", "da", extract(root))
    assert path.read_bytes() == before


def test_messages_compile_without_gettext_and_django_can_read_them(root):
    translate(root, "da", COMPLETE)
    catalogs.compile(root / "locale", "da")
    with catalogs.po_path(root / "locale", "da").with_suffix(".mo").open("rb") as file:
        danish = gettext.GNUTranslations(file)
    assert danish.gettext("Checklist") == "Tjekliste"
    assert danish.ngettext("%(n)d page", "%(n)d pages", 5) == "%(n)d sider"


@pytest.mark.parametrize("language", ["nb", "da", "fi", "en"])
def test_the_nordic_languages_have_two_forms_of_number(language):
    assert Catalog(locale=language).plural_forms == "nplurals=2; plural=(n != 1);"
