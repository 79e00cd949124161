"""For how many months ended cases are kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import CaseForm


class RetentionForm(CaseForm):
    """A number of months, or nothing: then they are never erased by themselves."""

    months = forms.IntegerField(
        label=_("Keep for how many months after the end"),
        required=False,
        min_value=1,
        max_value=1200,
        help_text=_("Empty: they are never erased by themselves."),
    )
