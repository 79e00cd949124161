"""Long, not common, and not made of words that everybody at work knows."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tests.accounts.people import make_organisation, make_team


@pytest.fixture(autouse=True)
def place(db, settings):
    settings.PASSWORD_WORDS = ["Solstrand"]
    settings.BASE_URL = "https://veileder.example"
    make_team(make_organisation(name="Fjordby kommune"), name="Ungdomsteamet")


@pytest.mark.parametrize(
    "password",
    [
        "FjordbyKommune1",
        "ungdomsteamet26",
        "Solstrand-2026",
        "veileder.example",
        "administrators!",
        "pathway portal 1",
        "password1234",
        "111111111111",
        "elevenchars",
    ],
)
def test_what_others_would_try_is_refused(password):
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        "hest-batteri-stift-korrekt",
        "fjordby er vakker i mai",
        "x" * 200,
        "blåbær og kåldolmer",
        "🦊 i snø 🦊 i snø",
    ],
)
def test_any_kind_of_sign_will_do(password):
    validate_password(password)
