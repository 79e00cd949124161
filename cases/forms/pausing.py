"""How long a case stands still, and why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import CasePause

from .base import CaseForm, DayInput

_until = CasePause._meta.get_field("until")


class PauseForm(CaseForm):
    """From which day to which, and why."""

    since = forms.DateField(label=_("From which day"), widget=DayInput())
    until = forms.DateField(
        label=_("Until which day"), help_text=_until.help_text, widget=DayInput()
    )
    reason = forms.CharField(
        label=_("Why the case stands still"),
        max_length=200,
        help_text=_("A few words, without names."),
    )
