"""The term base holds in the interface, in the packages and in the glossary."""

from dataclasses import replace

import pytest
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override

from pathways.document.folder import FolderReader, write_folder
from pathways.document.importing import import_document
from pathways.document.nodes import Term
from pathways.terms import concepts, rejected_in
from pathways.terms.folder import warnings_of
from portal.management.commands.load_demo import CONTENT
from tests.pathways.samples import LANGUAGES, a_pathway, a_step

pytestmark = pytest.mark.once

CODES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
PACKAGES = sorted(path for path in CONTENT.iterdir() if path.is_dir())


def interface(language):
    """``{English text: its translations}`` of one language."""
    path = settings.LOCALE_PATHS[0] / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    return {_forms(message.id)[0]: _forms(message.string) for message in messages}


def _forms(strings):
    return [strings] if isinstance(strings, str) else list(strings)


@pytest.mark.parametrize("language", CODES)
def test_every_concept_has_its_word_and_its_meaning(language):
    terms = []
    for concept in concepts().values():
        assert set(concept.wordings) == set(CODES), concept.key
        wording = concept.wordings[language]
        assert wording.definition.endswith("."), concept.key
        terms.append(wording.term.casefold())
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("language", CODES)
def test_the_base_keeps_to_itself(language):
    for concept in concepts().values():
        wording = concept.wordings[language]
        said = f"{wording.term} {' '.join(wording.forms)} {wording.definition}"
        assert list(rejected_in(said, language)) == [], concept.key


@pytest.mark.parametrize("language", CODES)
def test_no_rejected_word_stands_in_the_interface(language):
    found = [
        (text, word.found, word.term)
        for english, texts in interface(language).items()
        for text in ([english] if language == "en" else texts)
        for word in rejected_in(text, language)
    ]
    assert found == []


@pytest.mark.parametrize("language", [code for code in CODES if code != "en"])
def test_the_interface_calls_a_concept_by_its_word(language):
    texts = interface(language)
    for concept in concepts().values():
        english = concept.wordings["en"].term
        for said in [*texts.get(english, []), *texts.get(english.capitalize(), [])]:
            assert said.casefold() in ("", concept.wordings[language].term.casefold())


@pytest.mark.parametrize("folder", PACKAGES, ids=lambda folder: folder.name)
def test_packages_keep_to_the_base(folder):
    reader = FolderReader(folder)
    reader.parse()
    assert warnings_of(reader) == []


def with_a_term(**texts):
    term = Term(slug="working-day", **texts)
    return replace(a_pathway(a_step("opening", terms=())), terms=(term,))


@pytest.mark.django_db
def test_a_folder_may_leave_a_term_to_the_base(tmp_path, tree):
    write_folder(with_a_term(), tmp_path / "sample")
    document = FolderReader(tmp_path / "sample").read()
    (term,) = document.terms
    assert term.name == {"da": "Arbejdsdag", "en": "Working day"}
    assert term.description["en"].startswith("Monday to Friday")
    import_document(document)
    assert import_document(document).updated == []


@pytest.mark.django_db
def test_the_check_warns_with_file_and_line_and_lets_it_pass(tmp_path, tree, capsys):
    document = with_a_term(name={"da": "Virkedag", "en": "Working day"})
    step = replace(document.pathway.phases[0].steps[0], summary={"da": "Ring inden deadline."})
    phase = replace(document.pathway.phases[0], steps=(step,))
    document = replace(document, pathways=(replace(document.pathway, phases=(phase,)),))
    write_folder(document, tmp_path / "sample")
    call_command("check_pathway", str(tmp_path / "sample"))
    told = capsys.readouterr().out
    assert "vocabulary.da.yaml:" in told
    assert "“Virkedag” is called “arbejdsdag”" in told
    assert "steps/opening.da.md:" in told
    assert "“deadline”: our word is “frist”" in told
    assert "is in order" in told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Senest 2 virkedage", ["virkedage"]),
        ("Senest %(virkedag)s", []),
        ("Se [reglen](method:virkedag)", []),
        ("en-virkedag", []),
        ("Arbejdsdagen", []),
    ],
)
def test_only_words_that_people_read_are_rejected(text, found):
    assert [word.found for word in rejected_in(text, "da")] == found


@pytest.mark.django_db
@pytest.mark.parametrize("language", CODES)
def test_the_glossary_explains_the_base_in_every_language(language, tree, client):
    wording = concepts()["handover"].wordings[language]
    with override(language):
        page = client.get(reverse("pathways:glossary")).content.decode()
        term = client.get(reverse("pathways:term", args=["handover"]))
    assert wording.definition in page
    assert wording.name in term.content.decode()
    assert len(term.context["languages"]) == len(CODES)


@pytest.mark.django_db
def test_a_term_of_a_package_comes_before_the_base(tree, client):
    name = dict.fromkeys(LANGUAGES, "Working day")
    import_document(with_a_term(name=name, description=dict.fromkeys(LANGUAGES, "Our own.")))
    with override("en"):
        term = client.get(reverse("pathways:term", args=["working-day"])).content.decode()
        page = client.get(reverse("pathways:glossary")).content.decode()
    assert "Our own." in term
    assert page.count(">Working day</a>") == 1


@pytest.mark.django_db
def test_a_word_that_nobody_explains_is_not_found(tree, client):
    with override("en"):
        assert client.get(reverse("pathways:term", args=["nothing"])).status_code == 404


@pytest.mark.django_db
def test_a_spelling_checker_gets_one_word_a_line(tree, capsys):
    call_command("terms", "fi", "--words")
    lines = capsys.readouterr().out.split("\n")
    assert {"palvelutarpeen", "arviointi", "omatyöntekijälle"} <= set(lines)
    assert not any(" " in line for line in lines)


@pytest.mark.django_db
def test_a_spelling_checker_gets_the_names_in_guidance(demo, capsys):
    call_command("terms", "fi", "--words")
    lines = capsys.readouterr().out.split("\n")
    assert {"Isoherranen", "Seikkula"} <= set(lines)
    assert "kehittämässä" not in lines, "a word of a title, not a name"
