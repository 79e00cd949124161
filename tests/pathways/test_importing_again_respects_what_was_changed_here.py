"""A second import changes what the package changed, and nothing that people changed."""

from dataclasses import replace

import pytest

from pathways.document.build import build_document
from pathways.document.importing import ImportRefused, import_document
from pathways.models import ChecklistItem, MethodPage, StepPage
from tests.pathways.samples import a_pathway, a_step, an_item, named, said

pytestmark = pytest.mark.django_db


def with_steps(document, *steps):
    pathway = document.pathway
    phase = replace(pathway.phases[0], steps=steps)
    return replace(document, pathways=(replace(pathway, phases=(phase,)),))


def step_of(document, key):
    return next(step for step in document.pathway.phases[0].steps if step.key == key)


def changed(document, key, **values):
    steps = [
        replace(step, **values) if step.key == key else step
        for step in document.pathway.phases[0].steps
    ]
    return with_steps(document, *steps)


def danish(key):
    return StepPage.objects.get(key=key, locale__language_code="da")


def edit_here(key, **values):
    page = danish(key)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_nothing_new_changes_nothing(sample):
    report = import_document(sample)
    assert (report.created, report.updated, report.kept) == ([], [], [])


def test_what_the_package_changed_is_updated(sample):
    newer = changed(sample, "opening", summary=said("better"))
    assert import_document(newer).updated == ["step:opening"]
    assert build_document("sample") == newer


def test_what_was_changed_here_is_kept_and_reported(sample):
    edit_here("opening", summary="Vores egen sætning")
    newer = changed(sample, "opening", summary=said("better"))
    assert import_document(newer).kept == ["step:opening"]
    assert danish("opening").summary == "Vores egen sætning"


def test_what_was_changed_here_alone_is_no_conflict(sample):
    edit_here("opening", summary="Vores egen sætning")
    assert import_document(sample).kept == []
    assert danish("opening").summary == "Vores egen sætning"


def test_theirs_overwrites(sample):
    edit_here("opening", summary="Vores egen sætning")
    newer = changed(sample, "opening", summary=said("better"))
    assert import_document(newer, theirs=True).updated == ["step:opening"]
    assert build_document("sample") == newer


def test_a_draft_is_not_thrown_away(sample):
    page = danish("opening")
    page.summary = "Et udkast"
    page.save_revision()
    newer = changed(sample, "opening", summary=said("better"))
    assert import_document(newer).kept == ["step:opening"]
    assert danish("opening").get_latest_revision_as_object().summary == "Et udkast"


def test_what_vanished_is_unpublished_and_can_come_back(sample):
    without = with_steps(sample, step_of(sample, "opening"))
    assert import_document(without).unpublished == ["step:ending"]
    assert not StepPage.objects.filter(key="ending", live=True).exists()
    assert StepPage.objects.filter(key="ending").count() == 2
    import_document(sample)
    assert build_document("sample") == sample


def test_rows_that_were_made_here_stay(sample):
    page = danish("opening")
    page.items.add(ChecklistItem(key="ours", text="Vores punkt", locale=page.locale))
    page.save_revision().publish()
    newer = changed(sample, "opening", summary=said("better"))
    assert import_document(newer).updated == ["step:opening"]
    keys = list(danish("opening").items.values_list("key", flat=True))
    assert keys == ["opening-first", "opening-second", "ours"]


def test_pages_that_were_made_here_stay(sample, tree):
    parent = danish("opening").get_parent()
    parent.add_child(instance=StepPage(title="Vores trin", locale=parent.locale))
    report = import_document(sample)
    assert report.unpublished == []
    assert StepPage.objects.get(title="Vores trin").live


def test_an_item_that_moved_keeps_its_identity(sample):
    before = {
        item.locale.language_code: item.translation_key
        for item in ChecklistItem.objects.filter(key="opening-first")
    }
    opening, ending = (step_of(sample, key) for key in ("opening", "ending"))
    moved = opening.items[0]
    newer = with_steps(
        sample,
        replace(opening, items=opening.items[1:]),
        replace(ending, items=(*ending.items, moved)),
    )
    import_document(newer)
    assert build_document("sample") == newer
    after = ChecklistItem.objects.filter(key="opening-first").select_related("page")
    assert {i.locale.language_code: i.translation_key for i in after} == before
    assert {item.page.key for item in after} == {"ending"}


def test_steps_stand_in_the_new_order_in_every_language(sample):
    newer = with_steps(sample, *reversed(sample.pathway.phases[0].steps))
    import_document(newer)
    for language in ("da", "en"):
        steps = StepPage.objects.filter(locale__language_code=language).order_by("path")
        assert [step.key for step in steps] == ["ending", "opening"]


def test_a_language_that_is_not_complete_is_not_published(sample):
    half = an_item("new", languages=("da",))
    newer = with_steps(sample, *sample.pathway.phases[0].steps, a_step("extra", half))
    report = import_document(newer)
    assert report.incomplete == {("step:extra", "en"): 1}
    assert not StepPage.objects.filter(key="extra", locale__language_code="en").exists()


def test_a_key_of_another_package_is_refused(sample):
    other = a_pathway(key="other")
    with pytest.raises(ImportRefused, match="sample"):
        import_document(other)


def test_an_address_that_is_taken_is_refused_as_a_whole(sample, tree):
    index = MethodPage.objects.filter(locale__language_code="da").get().get_parent()
    index.add_child(instance=MethodPage(title="Optaget", slug="taken-da", locale=index.locale))
    taken = replace(sample.methods[0], **named("taken"))
    newer = changed(
        replace(sample, methods=(*sample.methods, taken)), "opening", duration=said("d")
    )
    with pytest.raises(ImportRefused, match="method:taken"):
        import_document(newer)
    assert build_document("sample") == sample
