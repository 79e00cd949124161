"""Opening a case and changing its cover."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Team
from cases.models import Case
from cases.work.clock import today_for
from pathways.choices import RadioSelect

from .base import CaseForm, DayInput

_record_number = Case._meta.get_field("record_number")
_alias = Case._meta.get_field("alias")


def _cover_fields():
    return {
        "record_number": forms.CharField(
            label=_("Record number"),
            max_length=_record_number.max_length,
            help_text=_record_number.help_text,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        ),
        "alias": forms.CharField(
            label=_("Neutral name"),
            max_length=_alias.max_length,
            required=False,
            help_text=_alias.help_text,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        ),
    }


class OpenForm(CaseForm):
    """A new case: two things to fill in, the rest is there."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)
    pathway = forms.ChoiceField(label=_("Pathway"), widget=RadioSelect)
    record_number, alias = _cover_fields().values()
    team = forms.ModelChoiceField(label=_("Team"), queryset=None, empty_label=None)
    responsible = forms.ModelChoiceField(label=_("Responsible"), queryset=None, empty_label=None)
    started_on = forms.DateField(
        label=_("Started"),
        widget=DayInput(),
        help_text=_("Nothing that you record can lie before this day."),
    )

    def __init__(self, *args, user, pathways, **kwargs):
        """
        :param pathways: what can be chosen: ``[(key, title), …]``.
        """
        super().__init__(*args, **kwargs)
        teams = Team.objects.of(user).order_by("name")
        self.fields["pathway"].choices = pathways
        self.fields["team"].queryset = teams
        self.fields["responsible"].queryset = _colleagues(teams)
        if len(teams) == 1:
            self.fields["team"].widget = forms.HiddenInput()
        if teams:
            self.initial.setdefault("team", teams[0].pk)
            self.initial.setdefault("started_on", today_for(teams[0]))
        self.initial.setdefault("responsible", user.pk)
        if len(pathways) == 1:
            self.initial.setdefault("pathway", pathways[0][0])


def _colleagues(teams):
    current = Membership.objects.current().filter(team__in=teams)
    people = get_user_model().objects.filter(is_active=True, pk__in=current.values("user_id"))
    return people.order_by("first_name", "last_name", "email")


class DetailsForm(CaseForm):
    """The cover of a case that is there."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    record_number, alias = _cover_fields().values()


class FindForm(CaseForm):
    """Reference or record number. Sent by post: addresses end up in logs."""

    words = forms.CharField(
        label=_("Reference or record number"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "type": "search"}),
    )
