"""A consent as it is written down, and its end."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.models import CaseConsent
from cases.services.consents import TERMS
from pathways.choices import RadioSelect

from .base import CaseForm, DayInput

TEXTS = ("covers", "from_whom", "to_whom", "purpose")


def _text(name):
    field = CaseConsent._meta.get_field(name)
    return forms.CharField(
        label=capfirst(field.verbose_name),
        max_length=field.max_length,
        required=not field.blank,
        help_text=field.help_text,
        widget=forms.Textarea(attrs={"rows": 2}) if name in TEXTS else forms.TextInput(),
    )


def _day(name, **options):
    field = CaseConsent._meta.get_field(name)
    return forms.DateField(
        label=capfirst(field.verbose_name), help_text=field.help_text, widget=DayInput(), **options
    )


class ConsentForm(CaseForm):
    """What, from whom, to whom, what for, how, when, until when, where the paper lies."""

    form_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    given_on = _day("given_on")
    how = forms.ChoiceField(
        label=capfirst(CaseConsent._meta.get_field("how").verbose_name),
        choices=CaseConsent.How.choices,
        widget=RadioSelect,
    )
    covers = _text("covers")
    from_whom = _text("from_whom")
    to_whom = _text("to_whom")
    purpose = _text("purpose")
    ends_on = _day("ends_on", required=False)
    kept_at = _text("kept_at")

    def terms(self):
        """What the service takes."""
        return {name: self.cleaned_data[name] for name in TERMS}


class WithdrawForm(CaseForm):
    """Since when it does not hold."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    day = forms.DateField(label=_("Withdrawn on"), widget=DayInput())
