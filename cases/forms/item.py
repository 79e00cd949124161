"""One item with all that can be said about it."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.models import CaseItem
from cases.people import members_of
from pathways.choices import RadioSelect

from .base import CaseForm, DayInput, TimeInput

STATES = [(state.value, capfirst(state.label)) for state in CaseItem.State]


class ItemForm(CaseForm):
    """State, reason, day, and who does it."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    state = forms.ChoiceField(label=_("How it stands"), choices=STATES, widget=RadioSelect)
    reason = forms.CharField(
        label=_("Why it is not relevant"),
        max_length=200,
        required=False,
        help_text=_("A few words, without names. Needed where you choose “not relevant”."),
    )
    day = forms.DateField(label=_("On which day"), required=False, widget=DayInput())
    time = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=TimeInput(),
        help_text=_("A deadline counts hours from here. Without the time no clock runs."),
    )
    assigned_to = forms.ModelChoiceField(
        label=_("Who does it"),
        queryset=None,
        required=False,
        empty_label=_("Whoever is responsible for the case"),
    )

    def __init__(self, *args, row, team, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = members_of(team)
        if not row.asks_day:
            del self.fields["day"]
        if not row.asks_time:
            del self.fields["time"]
        if row.waits:
            allowed = (CaseItem.State.TO_DO, CaseItem.State.NOT_RELEVANT, row.state)
            states = [choice for choice in STATES if choice[0] in allowed]
            self.fields["state"].choices = states


class SetAsideForm(CaseForm):
    """Why a whole step does not apply."""

    reason = forms.CharField(
        label=_("Why it is not relevant"),
        max_length=200,
        help_text=_("A few words, without names."),
    )
