"""Consents: what waits for one begins with it and stops without it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cases.models import CaseConsent
from cases.services.changing import CaseChangedMeanwhile
from cases.services.consents import correct_consent, give_consent, withdraw_consent
from cases.work.clock import today_for
from portal.demo.casework import CONSENT, consent_to

from .ticking import State, item, tick

pytestmark = pytest.mark.django_db
COLLECT = "external-information/collect"


@pytest.fixture
def today(case):
    return today_for(case.team)


def terms_of(consent, **changes):
    names = ("covers", "from_whom", "to_whom", "purpose", "how", "given_on", "ends_on", "kept_at")
    return {name: getattr(consent, name) for name in names} | changes


def test_what_waits_can_begin(case, kim, today):
    assert item(case, COLLECT).waits
    consent_to(case, kim, today)
    assert not item(case, COLLECT).waits
    assert tick(case, kim, COLLECT).changed


def test_a_consent_that_needs_none_never_waits(case, kim):
    assert tick(case, kim, "internal-information/ask-people").changed


def test_its_last_day_counts(case, kim, today):
    yesterday = today - timedelta(days=1)
    consent = consent_to(case, kim, yesterday, ends_on=today)
    assert consent.holds_on(today)
    assert not consent.holds_on(today + timedelta(days=1))
    assert not item(case, COLLECT).waits


def test_one_that_has_ended_opens_nothing(case, kim, today):
    consent_to(case, kim, today - timedelta(days=9), ends_on=today - timedelta(days=1))
    assert item(case, COLLECT).waits


def test_withdrawing_names_what_must_stop(case, kim, today):
    consent = consent_to(case, kim, today)
    tick(case, kim, COLLECT, to=State.IN_PROGRESS)
    stops = withdraw_consent(case=case, user=kim, consent=consent, seen=1, day=today)
    assert [found.node.key for found in stops.begun] == ["collect"]
    assert item(case, COLLECT).waits
    assert tick(case, kim, COLLECT).refused
    withdraw_consent(case=case, user=kim, consent=consent, seen=1, day=today)
    assert case.events.filter(kind="withdrawn").count() == 1


def test_another_consent_of_the_kind_goes_on(case, kim, today):
    consent_to(case, kim, today)
    first = CaseConsent.objects.get()
    consent_to(case, kim, today)
    withdraw_consent(case=case, user=kim, consent=first, seen=1, day=today)
    assert not item(case, COLLECT).waits


def test_days_that_cannot_be_are_refused(case, kim, today):
    tomorrow = today + timedelta(days=1)
    with pytest.raises(ValidationError) as refused:
        consent_to(case, kim, tomorrow)
    assert "given_on" in refused.value.error_dict
    with pytest.raises(ValidationError):
        consent_to(case, kim, today, ends_on=today - timedelta(days=1))
    consent = consent_to(case, kim, today)
    for day in (tomorrow, today - timedelta(days=1)):
        with pytest.raises(ValidationError):
            withdraw_consent(case=case, user=kim, consent=consent, seen=1, day=day)
    consent.withdrawn_on = today - timedelta(days=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        consent.save()


def test_only_what_the_pathway_asks_for(case, kim, today):
    with pytest.raises(ValidationError):
        consent_to(case, kim, today, kind="made-up")


def test_the_same_form_twice_gives_one(case, kim, today):
    terms = terms_of(consent_to(case, kim, today))
    token = "4be0643f-1d98-573b-97cd-ca98a65347dd"
    for _again in range(2):
        give_consent(case=case, user=kim, kind=CONSENT, terms=terms, form_token=token)
    assert case.consents.count() == 2


def test_a_stale_correction_is_told_who_was_there(case, kim, ada, today):
    consent = consent_to(case, kim, today)
    changed = terms_of(consent, purpose="To plan the visit")
    correct_consent(case=case, user=ada, consent=consent, seen=1, terms=changed)
    with pytest.raises(CaseChangedMeanwhile) as stale:
        correct_consent(
            case=case, user=kim, consent=consent, seen=1, terms=terms_of(consent, covers="More")
        )
    assert stale.value.by == ada
