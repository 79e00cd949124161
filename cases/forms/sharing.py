"""What a partner is shown, as it was agreed."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from cases.models import CaseSharing
from cases.models.sharing import NOTHING_MESSAGE, THEME_MESSAGE
from cases.services.sharing import TERMS

from .base import CaseForm, DayInput


def _said(name):
    field = CaseSharing._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text}


class SharingForm(CaseForm):
    """To whom, known by what, which facts, agreed when, until when."""

    form_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.filter(kind=Organisation.Kind.PARTNER),
        **_said("organisation"),
    )
    label = forms.CharField(max_length=40, **_said("label"))
    shows = forms.MultipleChoiceField(
        label=_("What they are shown"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (name, capfirst(CaseSharing._meta.get_field(name).verbose_name))
            for name in CaseSharing.FACTS
        ],
    )
    theme = forms.CharField(max_length=80, required=False, **_said("theme"))
    agreed_on = forms.DateField(widget=DayInput(), **_said("agreed_on"))
    consent = forms.ModelChoiceField(
        queryset=None,
        required=False,
        empty_label=_("None: the agreement alone"),
        label=_("Rests on the consent"),
        help_text=_("When the consent ends or is withdrawn, they are shown nothing any more."),
    )
    until = forms.DateField(widget=DayInput(), **_said("until"))

    def __init__(self, *args, consents, named, **kwargs):
        """
        :param consents: of the case; :param named: function from a consent to its name.
        """
        super().__init__(*args, **kwargs)
        self.fields["consent"].queryset = consents
        self.fields["consent"].label_from_instance = named

    def clean(self):
        """Say by the field what the database would refuse."""
        cleaned = super().clean()
        shown, theme = cleaned.get("shows") or [], cleaned.get("theme", "")
        if not shown:
            self.add_error("shows", NOTHING_MESSAGE)
        elif bool(theme) != ("shows_theme" in shown):
            self.add_error("theme", THEME_MESSAGE)
        return cleaned

    def terms(self):
        """What the service takes."""
        shown = self.cleaned_data["shows"]
        facts = {name: name in shown for name in CaseSharing.FACTS}
        return {name: facts.get(name, self.cleaned_data.get(name)) for name in TERMS}
