"""A branch without an end or a page is refused beside the field, and in files with its line."""

import pytest

from pathways.document.folder import FolderProblems, read_folder, write_folder
from pathways.models import StepPage
from tests.pathways.editing import Tab
from tests.pathways.samples import a_pathway

pytestmark = pytest.mark.django_db
FILE = "steps/opening.yaml"


@pytest.fixture
def tab(sample, editor, client):
    client.force_login(editor)
    return Tab(client, StepPage.objects.get(key="opening", locale__language_code="da"))


def errors_after(tab, **branch):
    tab.form |= {f"branches-0-{name}": value for name, value in branch.items()}
    answer = tab.client.post(tab.address, tab.form | {"action-publish": "on"})
    form = answer.context and answer.context.get("form")
    return form.formsets["branches"].errors[0] if form else {}


def test_an_end_needs_its_outcome(tab):
    assert list(errors_after(tab, outcome="")) == ["outcome"]


@pytest.mark.parametrize("kind", ["step", "pathway", "sub_process"])
def test_any_other_way_needs_a_page(tab, kind):
    assert list(errors_after(tab, kind=kind, outcome="")) == ["target"]


def test_words_are_enough_where_the_source_only_names_it(tab):
    branch = {"kind": "pathway", "outcome": "", "text": "The ward has a procedure of its own."}
    assert errors_after(tab, **branch) == {}


@pytest.mark.parametrize("kind", ["outcome", "step"])
def test_a_folder_with_a_dead_end_is_refused(tmp_path, kind):
    write_folder(a_pathway(), tmp_path / "sample")
    path = tmp_path / "sample" / FILE
    path.write_text(path.read_text().replace("outcome: closed", f"kind: {kind}"))
    with pytest.raises(FolderProblems) as caught:
        read_folder(tmp_path / "sample")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line > 1) == (FILE, True)
