"""The day of a milestone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import CaseForm, DayInput, TimeInput


class MilestoneForm(CaseForm):
    """When it happened, or is planned."""

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    day = forms.DateField(label=_("On which day"), widget=DayInput())
    time = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=TimeInput(),
        help_text=_("A deadline counts hours from here. Without the time no clock runs."),
    )

    def __init__(self, *args, asks_time, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_time:
            del self.fields["time"]

    def when(self):
        """Day and time."""
        return {"day": self.cleaned_data["day"], "time": self.cleaned_data.get("time")}
