"""The screens, as plain forms: what they take, what they refuse, and that nothing typed is lost."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.html import escape

from cases.models import Case
from cases.services.items import change_items
from cases.work.clock import today_for
from pathways.models import EditionWithdrawal, PathwayEdition
from portal.demo.casework import consent_to, make_case

from .screens import address
from .ticking import State, item, tick, wanted

pytestmark = pytest.mark.django_db
CPR = "070761-4285"


@pytest.fixture
def kims(client, kim):
    """A browser in which Kim is signed in, in English."""
    client.force_login(kim)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def case(kim):
    return make_case(kim, until="internal-information", consent=True)


def typed(kims, url, **changes):
    """What a form sends that was opened here, with what somebody changed in it."""
    form = kims.get(url).context["form"]
    values = {name: form[name].value() for name in form.fields}
    values = {name: value for name, value in values.items() if value not in (None, "")}
    return {**values, **changes}


def shown(kims, url):
    """What a checklist sends when no box was touched."""
    html = kims.get(url).content.decode()
    data = dict(re.findall(r'name="(seen-[^"]+)" value="([^"]+)"', html))
    boxes = re.findall(r"<input class=\"task__box\".*?>", html, flags=re.DOTALL)
    data["tick"] = [re.search('value="([^"]+)"', b)[1] for b in boxes if "checked" in b]
    data |= dict(re.findall(r'name="(day-[^"]+)" value="([^"]+)"', html))
    return data


def test_a_case_is_opened_once_however_often_it_is_sent(kims, kim):
    url = address("open", language="en")
    data = typed(kims, url, pathway="outreach-casework", record_number="S-77")
    first = kims.post(url, data)
    second = kims.post(url, data)
    case = Case.objects.get()
    assert first.url == second.url == address("case", case, language="en")
    assert re.fullmatch(r"20\d\d-\d{4}", case.reference)
    assert case.edition.number == 1
    assert kims.get(first.url).status_code == 200


def test_an_edition_that_was_withdrawn_meanwhile_is_not_followed(kims, kim):
    url = address("open", language="en")
    data = typed(kims, url, pathway="outreach-casework", record_number="S-77", alias="Blue house")
    edition = PathwayEdition.objects.get(key="outreach-casework")
    EditionWithdrawal.objects.create(edition=edition, reason="Wrong", withdrawn_by=kim)
    answer = kims.post(url, data)
    assert answer.status_code == 200
    assert answer.context["form"].errors["pathway"]
    assert "Blue house" in answer.content.decode()
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("record_number", ""),
        ("record_number", CPR),
        ("alias", CPR),
        ("started_on", "tomorrow"),
        ("started_on", "32/13/2026"),
        ("responsible", "stranger"),
        ("team", "stranger"),
    ],
)
def test_a_case_is_not_opened_with_what_is_wrong(kims, stranger, kim, field, value):
    url = address("open", language="en")
    if value == "tomorrow":
        value = (today_for(kim.memberships.get().team) + timedelta(days=1)).isoformat()
    if value == "stranger":
        value = stranger.pk if field == "responsible" else stranger.memberships.get().team_id
    good = {"pathway": "outreach-casework", "record_number": "S-77", "alias": "Blue house"}
    answer = kims.post(url, typed(kims, url, **good | {field: value}))
    assert answer.context["form"].errors[field]
    assert good["alias"] in answer.content.decode() or field == "alias"
    assert not Case.objects.exists()


def test_only_boxes_that_were_touched_change_anything(kims, case, kim, ada):
    url = address("step", case, step="internal-information", language="en")
    data = shown(kims, url)
    tick(case, ada, "internal-information/ask-measures")
    data["tick"].append("internal-information/ask-people/1")
    answer = kims.post(address("tick", case, language="en"), {**data, "back": url})
    assert answer.url == f"{url}#said"
    assert item(case, "internal-information/ask-measures").is_done
    assert item(case, "internal-information/ask-people").is_done
    assert "Saved: " in kims.get(url).content.decode()


def test_a_stale_box_is_told_who_was_there(kims, case, ada):
    url = address("step", case, step="internal-information", language="en")
    data = shown(kims, url)
    name = "internal-information/ask-people"
    tick(case, ada, name, to=State.NOT_RELEVANT, reason="Nobody there")
    data["tick"].append(f"{name}/1")
    kims.post(address("tick", case, language="en"), {**data, "back": url})
    said = kims.get(url).context["notices"][0]
    assert not said.went_well
    assert "Ada" in said.text
    assert item(case, name).state == State.NOT_RELEVANT


def test_a_day_that_cannot_be_is_told(kims, case):
    url = address("step", case, step="first-meeting", language="en")
    name = "first-meeting/hold-first-meeting/1"
    for day in ("2020-01-01", "2999-01-01", "31.31.2026", ""):
        data = shown(kims, url) | {f"day-{name}": day}
        data["tick"].append(name)
        kims.post(address("tick", case, language="en"), {**data, "back": url})
        assert not kims.get(url).context["notices"][0].went_well
        assert not case.milestones.filter(kind="first-meeting").exists()


def test_a_milestone_says_what_follows_from_it_and_is_undone(kims, case):
    url = address("step", case, step="first-meeting", language="en")
    name = "first-meeting/hold-first-meeting/1"
    data = shown(kims, url)
    data["tick"].append(name)
    kims.post(address("tick", case, language="en"), {**data, "back": url})
    said = kims.get(url).context["notices"][0]
    assert len(said.details) > 3
    kims.post(address("undo", case, language="en"), {"batch": said.batches, "back": url})
    assert not case.milestones.filter(kind="first-meeting").exists()


@pytest.mark.parametrize(
    "data",
    [
        {"seen-x": "done:1", "tick": "x"},
        {"seen-enquiry/receive/1": "made-up:1", "tick": "enquiry/receive/1"},
        {"seen-enquiry/made-up/1": "to_do:0", "tick": "enquiry/made-up/1"},
        {"seen-enquiry/receive/7": "to_do:0", "tick": "enquiry/receive/7"},
        {"batch": "x"},
    ],
)
def test_what_no_form_sends_changes_nothing(kims, case, data):
    before = case.events.count()
    assert kims.post(address("tick", case), data).status_code == 302
    assert case.events.count() == before


def test_nobody_is_sent_elsewhere(kims, case):
    for back in ("https://elsewhere.example/", "//elsewhere.example", "/da/cases/../../x", ""):
        answer = kims.post(address("tick", case), {"back": back})
        assert answer.url.startswith("/da/cases/")


def test_an_item_keeps_what_was_typed_when_it_is_refused(kims, case, ada):
    url = address("item", case, step="contact", item="new-visit", language="en")
    data = typed(kims, url, state="to_do")
    no_reason = kims.post(url, data | {"state": "not_relevant"})
    assert no_reason.context["form"].errors["reason"]
    cpr = kims.post(url, data | {"state": "not_relevant", "reason": f"Ask {CPR}"})
    assert cpr.context["form"].errors["reason"]
    assert f"Ask {CPR}" in cpr.content.decode()
    tick(case, ada, "contact/new-visit", to=State.TO_DO)
    late = kims.post(url, data | {"state": "not_relevant", "reason": "Moved away"})
    assert late.context["form"].non_field_errors()
    assert "Moved away" in late.content.decode()


def test_an_item_is_given_to_a_colleague(kims, case, ada, stranger):
    url = address("item", case, step="contact", item="new-visit", language="en")
    assert kims.post(url, typed(kims, url, assigned_to=stranger.pk)).context["form"].errors
    answer = kims.post(url, typed(kims, url, assigned_to=ada.pk), follow=True)
    assert [notice.text for notice in answer.context["notices"]] == ["Saved."]
    assert item(case, "contact/new-visit").row.assigned_to == ada


@pytest.mark.parametrize("name", ["covers", "from_whom", "to_whom", "purpose", "kept_at"])
def test_no_personal_number_in_a_consent(kims, case, name):
    url = address("consent_new", case, language="en")
    answer = kims.post(url, typed(kims, url, how="signed", **{name: f"{CPR} says so"}))
    assert answer.context["form"].errors[name]
    assert f"{CPR} says so" in answer.content.decode()
    assert case.consents.count() == 1


def test_a_consent_is_given_corrected_and_withdrawn(kims, case, kim):
    url = address("consent_new", case, language="en")
    data = typed(kims, url, how="signed")
    assert kims.post(url, data).status_code == kims.post(url, data).status_code == 302
    assert case.consents.count() == 2
    consent = case.consents.first()
    url = address("consent_correct", case, consent=consent.pk, language="en")
    data = typed(kims, url, purpose="To plan the visit")
    assert kims.post(url, data).status_code == 302
    assert kims.post(url, data | {"purpose": "Another"}).context["form"].non_field_errors()
    url = address("consent_withdraw", case, consent=consent.pk, language="en")
    assert kims.post(url, typed(kims, url)).status_code == 302
    consent.refresh_from_db()
    assert consent.withdrawn_on == today_for(case.team)


def test_a_correction_shows_first_what_it_changes(kims, case):
    milestone = case.milestones.get(kind="first-contact")
    url = address("milestone_correct", case, milestone=milestone.pk, language="en")
    day = (milestone.day - timedelta(days=2)).isoformat()
    looked = kims.post(url, typed(kims, url, day=day, look="1"))
    assert looked.context["shown"]
    milestone.refresh_from_db()
    assert milestone.version == 1
    assert kims.post(url, typed(kims, url, day=day)).status_code == 302
    back = address("milestone_take_back", case, milestone=milestone.pk, language="en")
    kims.post(back, {"seen": "1"})
    assert case.milestones.filter(pk=milestone.pk).exists()
    kims.post(back, {"seen": "2"})
    assert not case.milestones.filter(pk=milestone.pk).exists()


def test_a_conditional_step_is_set_aside_as_a_whole_and_a_mandatory_one_is_not(kims, case):
    url = address("set_aside", case, step="calling-meeting", language="en")
    assert kims.post(url, {"reason": ""}).status_code == 200
    assert kims.post(url, {"reason": "No meeting is needed"}).status_code == 302
    assert item(case, "calling-meeting/send-call").state == State.NOT_RELEVANT
    assert not item(case, "calling-meeting/send-call").is_deviation
    url = address("set_aside", case, step="contact", language="en")
    assert kims.post(url, {"reason": "We have no time"}).status_code == 404


def test_a_mandatory_item_that_was_set_aside_shows(kims, case, kim):
    reason = "The brother did it"
    tick(case, kim, "first-meeting/print-agreement", to=State.NOT_RELEVANT, reason=reason)
    page_of_case = kims.get(address("case", case, language="en"))
    assert [deviation["reason"] for deviation in page_of_case.context["deviations"]] == [reason]
    assert escape(reason) in page_of_case.content.decode()


def test_details_are_changed_by_whoever_looked(kims, case, ada):
    url = address("details", case, language="en")
    data = typed(kims, url, alias="Blue house")
    assert kims.post(url, data).status_code == 302
    late = kims.post(url, data | {"alias": "Red house"})
    assert late.context["form"].non_field_errors()
    assert "Red house" in late.content.decode()


def test_the_text_to_copy_tells_cases_apart_by_nothing(kims, case):
    text = kims.get(address("copy", case, step="contact")).context["text"]
    assert "[x]" in text
    for words in (case.reference, case.record_number):
        assert words not in text


def test_a_closed_case_takes_no_more(kims, case, kim):
    url = address("close", case, language="en")
    data = typed(kims, url, outcome="no-contact")
    assert kims.post(url, data).context["form"].errors["reason"]
    data |= {"reason": "Moved away"}
    assert kims.post(url, data).context["form"].errors["deviation"]
    assert kims.post(url, data | {"deviation": "Moved away"}).status_code == 302
    answer = kims.post(address("tick", case, language="en"), {"seen-a/b/1": "to_do:0"})
    assert answer.status_code == 302
    assert not kims.get(answer.url).context["notices"][-1].went_well
    kims.post(address("reopen", case, language="en"))
    change = [wanted(case, "first-meeting/bring-backpack")]
    assert change_items(case=case, user=kim, wanted=change).changed


def test_a_tick_by_script_answers_with_the_list_and_what_is_announced(kims, case):
    url = address("step", case, step="first-meeting", language="en")
    data = shown(kims, url) | {"list": "first-meeting/1", "back": url}
    data["tick"].append("first-meeting/bring-backpack/1")
    answer = kims.post(address("tick", case), data, headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert html.lstrip().startswith("<section")
    assert 'role="status"' in html
    assert answer.context["notices"][0].batches


def test_the_screens_ask_for_nothing_in_an_address(kims, case):
    assert kims.get(reverse("cases:find")).status_code == 405


def test_consents_of_other_cases_are_not_offered(kims, kim, case):
    other = make_case(kim)
    consent_to(other, kim, today_for(other.team))
    rows = kims.get(address("consents", case)).context["rows"]
    assert sum(len(row.given) for row in rows) == 1
