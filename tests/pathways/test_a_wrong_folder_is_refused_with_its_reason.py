"""Every problem of a folder is told with file, line and reason, and nothing is imported."""

import os

import pytest
from django.core.management import CommandError, call_command

from pathways.document.folder import FolderProblems, read_folder, write_folder
from pathways.document.folder.faults import FAULT_WORDS
from pathways.document.folder.schema import all_schemas
from pathways.models import PathwayPage
from tests.pathways.samples import a_pathway

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """The sample pathway as files, to be broken."""
    write_folder(a_pathway(), tmp_path / "sample")
    return tmp_path / "sample"


def change(folder, file, old, new):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def problems(folder):
    with pytest.raises(FolderProblems) as caught:
        read_folder(folder)
    return caught.value.problems


def the_problem(folder):
    found = problems(folder)
    assert len(found) == 1, found
    return found[0]


STEP, STEP_DA, STEP_EN = "steps/opening.yaml", "steps/opening.da.md", "steps/opening.en.md"
CHANGES = {
    "an unknown choice": (STEP, "amount: 2", "unit: moon_day", "moon_day"),
    "an unknown field": (STEP, "items:", "itms:", "itms"),
    "a wrong type": (STEP, "mandatory: false", "mandatory: perhaps", "perhaps"),
    "a wrong key": (STEP, "key: opening-first", "key: Opening First", "Opening First"),
    "a doubled key": (STEP, "key: opening-second", "key: opening-first", "opening-first"),
    "a missing target": (STEP, "method:listening", "method:shouting", "method:shouting"),
    "an unknown word": (STEP, "role: worker", "role: wizard", "wizard"),
    "an alias": (STEP, "items:", "x: &a 1\nitems:", "aliases"),
    "broken YAML": (STEP, "items:", "items: [", "YAML"),
    "a doubled YAML key": (STEP, "items:", "terms: []\nitems:", "terms"),
    "a text of nothing": (STEP_DA, "opening-first:", "nothing:", "nothing"),
    "an unknown block": (STEP_DA, "::: text", "::: banner", "banner"),
    "a block without end": (STEP_DA, "\n:::\n", "\n", "opening-text"),
    "an unknown field of a block": (STEP_DA, "## heading", "## shout", "shout"),
    "a value of no block": (STEP_DA, "#opening-text", "#opening-text colour=red", "colour"),
    "a heading of another level": (STEP_DA, "**opening** da.", "##### Stor", "level 5"),
    "a block that only the translation has": (STEP_EN, "#opening-text", "#other", "other"),
    "a paragraph more": (STEP_EN, "opening again, en.", "opening again\n\nand again.", "differ"),
    "an address that would change": (
        STEP_EN,
        "slug: opening-en",
        "slug: opening--en",
        "opening-en",
    ),
    "no title": (STEP_DA, "title: opening (da)\n", "", "title"),
    "no words for an item": (STEP_DA, "text: do opening-first (da)", "condition: x", "text"),
    "an unknown language": ("package.yaml", "- en", "- xx", "xx"),
    "no such page": ("package.yaml", "- listening", "- hearing", "methods/hearing.yaml"),
    "a page twice": ("package.yaml", "- ending", "- opening", "opening"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_file_and_the_reason_are_told(folder, name):
    file, old, new, reason = CHANGES[name]
    change(folder, file, old, new)
    found = problems(folder)
    assert any(reason in str(problem) for problem in found), found
    assert all(problem.file.endswith((".yaml", ".md")) for problem in found)


@pytest.mark.parametrize(
    "name",
    ["an unknown choice", "a missing target", "an unknown word", "an unknown block", "an alias"],
)
def test_the_line_is_told(folder, name):
    file, old, new, _reason = CHANGES[name]
    change(folder, file, old, new)
    marker = new.split("\n")[0].split(" #")[0]
    lines = (folder / file).read_text().split("\n")
    told = the_problem(folder)
    assert told.file == file
    assert marker in lines[told.line - 1]


FAULTS = {
    "type": (STEP, "mandatory: false", "mandatory: perhaps", "“perhaps”", "true or false"),
    "enum": (STEP, "amount: 2", "unit: moon_day", "“moon_day”", "working_day"),
    "required": ("package.yaml", "source_language: da", "", "missing", "source_language"),
    "additionalProperties": (STEP, "items:", "itms:", "not known", "itms"),
    "pattern": (STEP, "key: opening-first", "key: Opening First", "no key", "“Opening First”"),
    "minimum": (STEP, "amount: 2", "amount: -2", "less than 0", "“-2”"),
    "maximum": (STEP, "amount: 2", "amount: 40000", "more than 32767", "“40000”"),
    "uniqueItems": ("package.yaml", "- en", "- en\n- en", "stands twice", "en"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_form_is_told_in_words_of_the_portal(folder, fault):
    file, old, new, *words = FAULTS[fault]
    change(folder, file, old, new)
    told = " ".join(str(problem) for problem in problems(folder))
    assert all(word in told for word in words), told


def test_every_kind_of_fault_that_a_schema_can_find_has_words():
    assert set(_keywords(all_schemas())) <= FAULT_WORDS.keys() | SHAPE


SHAPE = {"$schema", "$defs", "properties", "items", "anyOf", "oneOf"}


def _keywords(schema):
    for name, value in schema.items():
        yield name
        if name in ("$defs", "properties"):
            for inner in value.values():
                yield from _keywords(inner)
        for inner in value if name in ("anyOf", "oneOf") else [value] * (name == "items"):
            yield from _keywords(inner)


def test_a_newer_schema_is_not_guessed_at(folder):
    change(folder, "package.yaml", "schema: 1", "schema: 99")
    assert "99" in the_problem(folder).reason


def test_another_encoding_is_refused(folder):
    (folder / STEP_DA).write_bytes("---\ntitle: Når\n---\n".encode("latin-1"))
    told = next(p for p in problems(folder) if p.file == STEP_DA)
    assert (told.line, "UTF-8" in told.reason) == (2, True)


def test_a_bomb_of_aliases_is_not_unfolded(folder):
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))
    (folder / STEP).write_text(bomb)
    assert "aliases" in the_problem(folder).reason.lower()


@pytest.mark.parametrize("text", ["[" * 5000, "a: " + "x" * 1_100_000], ids=["deep", "large"])
def test_a_file_of_unreasonable_form_is_not_read(folder, text):
    (folder / STEP).write_text(text)
    assert the_problem(folder).file == STEP


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    outside = tmp_path / "outside.md"
    (folder / STEP_DA).rename(outside)
    os.symlink(outside, folder / STEP_DA)
    assert "outside" in the_problem(folder).reason


def test_a_sub_process_does_not_lead_back_to_itself(folder):
    change(
        folder,
        STEP,
        "outcome: closed",
        "outcome: closed\n  kind: sub_process\n  target: step:opening",
    )
    assert "leads back to itself" in the_problem(folder).reason


def test_a_text_of_the_translation_alone_is_refused(folder):
    change(folder, STEP_EN, "summary:", "duration: An hour\nsummary:")
    told = the_problem(folder)
    assert told.file == STEP_EN


def test_nothing_is_half_imported(folder, tree):
    change(folder, STEP, "role: worker", "role: wizard")
    with pytest.raises(CommandError, match="wizard"):
        call_command("import_pathway", str(folder))
    assert not PathwayPage.objects.exists()


def test_the_check_changes_nothing(folder, tree, capsys):
    call_command("check_pathway", str(folder))
    assert "sample" in capsys.readouterr().out
    assert not PathwayPage.objects.exists()


def test_a_folder_that_is_not_there(tmp_path):
    assert the_problem(tmp_path / "nowhere").file == "package.yaml"
