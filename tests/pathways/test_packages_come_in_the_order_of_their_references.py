"""What others refer to is imported first; a circle is told with its places."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from pathways.document.folder import FolderProblems, parse_in_order, write_folder
from pathways.document.nodes import Article, Block, Document, Method, Role
from pathways.models import ArticlePage
from portal.management.commands import load_demo
from tests.pathways.samples import a_pathway, a_step, an_item, named, said

pytestmark = pytest.mark.django_db


def a_library(key, **values):
    """A package without a pathway."""
    return Document(key=key, source_language="da", languages=("da", "en"), **values)


def an_article(key, link):
    text = dict.fromkeys(("da", "en"), f"See [this]({link}).")
    block = Block(id="text", type="text", codes={}, texts={"text": text}, children={})
    return Article(**named(key), body=(block,))


@pytest.fixture
def folders(tmp_path):
    """``write(document, …)`` gives the folders, in the order of their names."""

    def write(*documents):
        for document in documents:
            write_folder(document, tmp_path / document.key)
        return sorted(tmp_path.iterdir())

    return write


def a_user_of_others():
    """A pathway whose worker and whose method belong to other packages."""
    step = a_step("opening", an_item("first", role="helper", guidance="method:calling"), terms=())
    document = a_pathway(step, key="a-user")
    pathway = replace(document.pathway, case_holder="helper", milestones=(), outcomes=())
    return replace(document, terms=(), methods=(), outcomes=(), pathways=(pathway,))


def calling(key="z-library"):
    return a_library(key, methods=(Method(**named("calling")),))


def roles(key="m-words"):
    helper = Role(slug="helper", name=said("Helper"))
    return a_library(key, roles=(helper,), articles=(an_article("about", "method:calling"),))


def test_words_and_links_decide_the_order(folders):
    found = parse_in_order(folders(a_user_of_others(), roles(), calling()))
    assert [reader.document.key for reader in found] == ["z-library", "m-words", "a-user"]


def test_a_circle_is_told_with_files_and_keys(folders):
    one = a_library("one", articles=(an_article("first", "article:second"),))
    two = a_library("two", articles=(an_article("second", "article:first"),))
    with pytest.raises(FolderProblems) as caught:
        parse_in_order(folders(one, two))
    told = "\n".join(map(str, caught.value.problems))
    assert "one/articles/first.da.md:" in told
    assert "two/articles/second.da.md:" in told
    assert "article:second" in told


def test_the_demo_is_loaded_in_that_order(folders, tree, monkeypatch, capsys):
    folders(a_user_of_others(), roles(), calling())
    monkeypatch.setattr(load_demo, "CONTENT", folders()[0].parent)
    call_command("load_demo")
    told = capsys.readouterr().out
    assert told.index("z-library") < told.index("m-words") < told.index("a-user")
    assert ArticlePage.objects.filter(key="about", live=True).count() == 2


def test_a_demo_in_a_circle_is_refused(folders, tree, monkeypatch):
    one = a_library("one", articles=(an_article("first", "article:second"),))
    two = a_library("two", articles=(an_article("second", "article:first"),))
    monkeypatch.setattr(load_demo, "CONTENT", folders(one, two)[0].parent)
    with pytest.raises(CommandError, match="refers back"):
        call_command("load_demo")
    assert not ArticlePage.objects.exists()
