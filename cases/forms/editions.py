"""Moving to another edition, and staying."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import CaseForm


class StayForm(CaseForm):
    """Why a case does not go along."""

    edition = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why it stays"), max_length=200, help_text=_("A few words, without names.")
    )


class MoveManyForm(CaseForm):
    """Which cases move: those that are ticked, or all that can by themselves."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)
    edition = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
