"""What a reader says: which milestone, on which day, in which country's calendar."""

from datetime import datetime

from django import forms
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Country
from pathways.due import Occurrence
from pathways.due.public_holidays import has_year

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]
TIME_FORMATS = ["%H:%M", "%H.%M", "%H"]


class MilestoneForm(forms.Form):
    """Asks for a day, and for a time of day where one of the deadlines is counted in hours."""

    milestone = forms.ChoiceField(label=gettext_lazy("Milestone"))
    day = forms.DateField(
        label=gettext_lazy("Day"),
        input_formats=DAY_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Choose a day."),
            "invalid": gettext_lazy("Write the day with year, month and day: 2026-05-29."),
        },
    )
    time = forms.TimeField(
        label=gettext_lazy("Time of day"),
        help_text=gettext_lazy("Only for deadlines in hours."),
        required=False,
        input_formats=TIME_FORMATS,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": gettext_lazy("Write the time with hours and minutes: 14:30.")},
    )
    country = forms.ChoiceField(label=gettext_lazy("Calendar"), choices=Country.choices)

    def __init__(self, *args, milestones, has_hours, **kwargs):
        """:param dict milestones: names by slug, those that deadlines are counted from."""
        super().__init__(*args, **kwargs)
        self.fields["milestone"].choices = list(milestones.items())
        if not has_hours:
            del self.fields["time"]

    def clean(self):
        """Days are counted only in years whose public holidays are known."""
        data = super().clean()
        day, country = data.get("day"), data.get("country")
        if day and country and not has_year(country, day.year):
            message = _("There is no calendar for the year %(year)s.") % {"year": day.year}
            self.add_error("day", message)
        return data

    def occurrence(self):
        """The milestone, as it was said to happen."""
        day, time = self.cleaned_data["day"], self.cleaned_data.get("time")
        moment = datetime.combine(day, time, get_current_timezone()) if time else None
        return Occurrence(day, moment)
