"""Which of a team's cases are shown, and in which order."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.people import members_of

SORTS = ("reference", "-started_on", "started_on", "responsible", "overdue")


class TeamFilterForm(forms.Form):
    """Sent by reading: it holds ids and keys, never a reference."""

    team = forms.ModelChoiceField(label=_("Team"), queryset=None, required=False, empty_label=None)
    responsible = forms.ModelChoiceField(
        label=_("Responsible"),
        queryset=None,
        required=False,
        empty_label=pgettext_lazy("people", "All"),
    )
    pathway = forms.ChoiceField(label=_("Pathway"), required=False)
    show = forms.ChoiceField(
        label=_("Which cases"),
        required=False,
        choices=[
            ("open", pgettext_lazy("cases", "Open")),
            ("overdue", pgettext_lazy("cases", "Overdue")),
            ("closed", pgettext_lazy("cases", "Ended")),
        ],
    )
    sort = forms.ChoiceField(
        required=False, choices=[(sort, sort) for sort in SORTS], widget=forms.HiddenInput
    )

    def __init__(self, data, *, teams, team, pathways):
        super().__init__(data, initial={"team": team.pk})
        self.team = team
        self.fields["team"].queryset = teams
        if len(teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()
        self.fields["responsible"].queryset = members_of(team)
        self.fields["pathway"].choices = [("", pgettext_lazy("pathways", "All")), *pathways]

    def chosen(self):
        """What can be used of what was asked for; what cannot is as if it had not been."""
        self.is_valid()
        found = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        found["show"] = found["show"] or "open"
        found["sort"] = found["sort"] or "-started_on"
        return found
