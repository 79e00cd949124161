"""A deadline of one case alone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import CaseDeadline

from .base import CaseForm, DayInput

_text = CaseDeadline._meta.get_field("text")


class DeadlineForm(CaseForm):
    """By when, and what."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("What is to be done"),
        max_length=_text.max_length,
        help_text=_text.help_text,
    )
    day = forms.DateField(label=_("By which day"), widget=DayInput())
