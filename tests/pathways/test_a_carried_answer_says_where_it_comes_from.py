"""An answer taken from an earlier form: the reader is told which, an editor's mistake is found."""

from pathlib import Path
from shutil import copytree

import pytest

import portal.demo
from pathways.document.folder import FolderProblems, read_folder
from pathways.models import DocumentTemplatePage

pytestmark = pytest.mark.django_db
PACKAGE = Path(portal.demo.__file__).parent / "content/outreach-pair-work"


def test_readers_see_the_names_of_form_and_field_in_their_language(demo, client):
    names = {
        "fi": ("Asiakassuunnitelma: Yhteiset tavoitteet", "Asiakassuunnitelman päivitys: Uudet"),
        "en": ("Client plan: Shared goals", "Client plan update: New shared goals"),
    }
    for language, (plan, update) in names.items():
        page = DocumentTemplatePage.objects.get(
            key="client-plan-update", locale__language_code=language
        )
        html = client.get(page.url).content.decode()
        assert plan in html
        assert update in html
        assert "client-plan:goals" not in html


def test_a_field_that_is_nowhere_is_told_with_its_place(demo, tmp_path):
    folder = copytree(PACKAGE, tmp_path / PACKAGE.name)
    file = folder / "templates/client-plan-update.yaml"
    file.write_text(file.read_text().replace("client-plan:goals", "client-plan:dreams"))
    with pytest.raises(FolderProblems) as caught:
        read_folder(folder)
    (problem,) = caught.value.problems
    assert "client-plan:dreams" in problem.reason
    assert problem.file == "templates/client-plan-update.yaml"
