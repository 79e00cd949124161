"""A PDF is made when it is first asked for, kept until its contents change, one at a time."""

import sys
import threading
import time
from pathlib import Path

import pytest
from wagtail.models import PageViewRestriction

from pathways.document.importing import import_document
from pathways.models import MethodPage, PathwayPage, StepPage
from pathways.pdf import address
from pathways.pdf.mark import mark_of
from pathways.pdf.shelf import BeingMade, Shelf, Title
from tests.pathways.pdfs import needs_pango, read, squeezed, words
from tests.pathways.samples import a_pathway, a_step, named

pytestmark = [pytest.mark.django_db, needs_pango, pytest.mark.once]
ADDRESS = "/da/pdf/sample.pdf"


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.PDF_ROOT = str(tmp_path / "pdf")
    return Path(settings.PDF_ROOT)


def files(folder):
    return sorted(file.name for file in folder.glob("*.pdf"))


def test_the_second_request_gets_the_stored_file(sample, client, folder):
    first = client.get(ADDRESS)
    assert "middle" in words(read(first))
    stored = next(folder.glob("*.pdf"))
    before = stored.stat().st_mtime_ns
    second = client.get(ADDRESS)
    assert second["ETag"] == first["ETag"]
    assert second["Content-Disposition"] == 'inline; filename="sample-da.pdf"'
    assert stored.stat().st_mtime_ns == before
    assert client.get(ADDRESS, headers={"if-none-match": first["ETag"]}).status_code == 304


def test_a_changed_text_makes_a_new_file_and_removes_the_old(sample, client, folder):
    client.get(ADDRESS)
    client.get(ADDRESS.replace("/da/", "/en/"))
    before = files(folder)
    step = StepPage.objects.get(key="opening", locale__language_code="da")
    step.summary = "Ring først"
    step.save_revision().publish()
    assert squeezed("Ring først") in words(read(client.get(ADDRESS)))
    after = files(folder)
    assert len(after) == len(before) == 2
    assert len(set(after) & set(before)) == 1  # the English one


def test_it_is_another_file_when_a_page_is_closed_that_it_leads_to(sample):
    pathway = PathwayPage.objects.get(locale__language_code="da")
    before = mark_of(pathway)
    method = MethodPage.objects.get(locale__language_code="da")
    PageViewRestriction.objects.create(page=method, restriction_type="login")
    assert mark_of(pathway) != before


def test_files_of_a_pathway_that_is_gone_are_removed(sample, client, folder):
    gone = Title("gone", "da", "0" * 64)
    Shelf(folder).keep(gone, lambda file, tell: file.write(b"x"), seconds=0)
    client.get(ADDRESS)
    assert not Shelf(folder).find(gone)


@pytest.mark.parametrize("path", ["/da/pdf/unknown.pdf", "/fi/pdf/sample.pdf", "/da/pdf/å.pdf"])
def test_what_is_not_there_is_not_found(sample, client, path):
    assert client.get(path).status_code == 404


def test_a_draft_and_a_page_for_some_readers_are_not_found(sample, client):
    pathway = PathwayPage.objects.get(key="sample", locale__language_code="da")
    pathway.view_restrictions.create(restriction_type="login")
    assert client.get(ADDRESS).status_code == 404
    pathway.view_restrictions.all().delete()
    pathway.unpublish()
    assert client.get(ADDRESS).status_code == 404


def test_a_step_for_some_readers_stays_out(sample, client):
    step = StepPage.objects.get(key="ending", locale__language_code="da")
    step.view_restrictions.create(restriction_type="login")
    text = words(read(client.get(ADDRESS)))
    assert squeezed("do opening-first (da)") in text
    assert squeezed("do ending-first (da)") not in text


def test_whoever_comes_meanwhile_is_told_how_far_it_is(sample, client, folder):
    begun, may_end = threading.Event(), threading.Event()

    def slowly(file, tell):
        tell(0.4)
        begun.set()
        may_end.wait(20)

    other = Title("other", "da", "0" * 64)
    maker = threading.Thread(target=Shelf(folder).keep, args=(other, slowly), kwargs={"seconds": 0})
    maker.start()
    begun.wait(20)
    response = client.get(ADDRESS)
    may_end.set()
    maker.join()
    assert response.status_code == 503
    assert response["Retry-After"]
    assert 'value="40"' in response.text
    assert client.get(ADDRESS).status_code == 200


def test_many_at_once_make_it_once(folder):
    title, made = Title("sample", "da", "0" * 64), []

    def make(file, tell):
        made.append(1)
        file.write(b"%PDF")

    threads = [
        threading.Thread(target=Shelf(folder).keep, args=(title, make), kwargs={"seconds": 20})
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
    assert files(folder) == [title.name]


def test_what_fails_leaves_nothing_behind_and_the_next_may_try(folder):
    title = Title("sample", "da", "0" * 64)

    def fail(file, tell):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Shelf(folder).keep(title, fail, seconds=0)
    assert [file.name for file in folder.iterdir()] == ["lock"]
    Shelf(folder).keep(title, lambda file, tell: file.write(b"x"), seconds=0)
    assert files(folder) == [title.name]


def test_a_lock_that_is_held_too_long_is_not_waited_for(folder):
    shelf = Shelf(folder)

    def nested(file, tell):
        with pytest.raises(BeingMade):
            shelf.keep(Title("b", "da", "1" * 64), nested, seconds=0)

    shelf.keep(Title("a", "da", "0" * 64), nested, seconds=0)


def test_a_pathway_without_steps_and_with_strange_titles(tree, client):
    document = a_pathway()
    title = {"da": "مرحبا " + "lang " * 30, "en": "x"}
    empty = type(document.pathways[0])(**named("sample") | {"title": title})
    import_document(a_pathway(pathways=(empty,)))
    pdf = read(client.get(ADDRESS))
    assert pdf.metadata.title.startswith("مرحبا lang")


def test_without_pango_there_is_neither_link_nor_file(sample, client, tmp_path, monkeypatch):
    page = PathwayPage.objects.get(key="sample", locale__language_code="da")
    assert ADDRESS in client.get(page.url).text
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint")
    address.available.cache_clear()
    try:
        assert ADDRESS not in client.get(page.url).text
        assert client.get(ADDRESS).status_code == 404
    finally:
        address.available.cache_clear()


@pytest.mark.endurance
def test_many_thin_steps_in_bearable_time(tree, client, size, measured):
    number = size(sampled=20, full=200)
    steps = [a_step(f"step-{n}", languages=("da",)) for n in range(1, number + 1)]
    import_document(a_pathway(*steps, languages=("da",)))
    begun = time.monotonic()
    pdf = read(client.get(ADDRESS))
    making = time.monotonic() - begun
    begun = time.monotonic()
    client.get(ADDRESS)
    measured(f"PDF of {number} thin steps, made", making, "s")
    measured(f"PDF of {number} thin steps, stored", time.monotonic() - begun, "s")
    assert squeezed(f"do step-{number}-first (da)") in words(pdf)
    assert making < 60
