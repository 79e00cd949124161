"""Forms about colleagues: who is away, who leaves, whose case was opened in an emergency."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.models.emergency import HOURS
from pathways.choices import RadioSelect

from .base import CaseForm, DayInput

CHOOSE = _("Choose somebody from the list.")


class MemberField(forms.ChoiceField):
    """Somebody's place in a team, chosen from a list with a heading for each team."""

    def __init__(self, **options):
        messages = {"invalid_choice": CHOOSE}
        super().__init__(error_messages=messages, **options)

    def offer(self, memberships):
        """Say who can be chosen: memberships with person and team, in order."""
        self.memberships = {str(each.pk): each for each in memberships}
        groups = {}
        for key, each in self.memberships.items():
            groups.setdefault(str(each.team), []).append((key, str(each.user)))
        self.choices = [("", gettext("Choose somebody")), *groups.items()]

    def clean(self, value):
        return self.memberships.get(super().clean(value))


class AbsenceForm(CaseForm):
    """Who is away, from when until when, and who stands in."""

    person = MemberField(label=_("Who is away"))
    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())
    substitute = MemberField(label=_("Who stands in"))

    def __init__(self, *args, people, substitutes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)
        self.fields["substitute"].offer(substitutes)

    def clean(self):
        data = super().clean()
        person, substitute = data.get("person"), data.get("substitute")
        if person and substitute and person.team_id != substitute.team_id:
            self.add_error("substitute", _("Choose somebody of the same team."))
        return data

    def wanted(self):
        """What the service takes."""
        data = self.cleaned_data
        return {
            "person": data["person"].user,
            "team": data["person"].team,
            "substitute": data["substitute"].user,
            "first_day": data["first_day"],
            "last_day": data["last_day"],
        }


class LeavingForm(CaseForm):
    """Whose work, and to whom."""

    person = MemberField(label=_("Who leaves, or has left"))
    to = MemberField(label=_("Who is asked to take over"))

    def __init__(self, *args, people, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(people)
        self.fields["to"].offer(members)

    def clean(self):
        data = super().clean()
        person, to = data.get("person"), data.get("to")
        if person and to and person.team_id != to.team_id:
            self.add_error("to", _("Choose somebody of the same team."))
        return data


def _hours():
    return [
        (hours, gettext("one hour") if hours == 1 else gettext("%s hours") % hours)
        for hours in HOURS
    ]


class EmergencyForm(CaseForm):
    """Which case, why, and for how long."""

    reference = forms.CharField(
        label=_("Reference"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why you have to read it now"),
        min_length=10,
        max_length=200,
        help_text=_("A few words, without names. The team’s lead reads them."),
    )
    hours = forms.TypedChoiceField(
        label=_("For how long"), coerce=int, choices=_hours, initial=1, widget=RadioSelect
    )
