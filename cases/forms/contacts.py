"""A contact as it is noted."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pathways.choices import RadioSelect
from pathways.models import Channel

from .base import CaseForm, DayInput

REACHED = [("no", _("No contact")), ("yes", _("I reached the client"))]
CHANNELS = [(channel.value, capfirst(channel.label)) for channel in Channel]


class ContactForm(CaseForm):
    """When, how, and whether it led to contact."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)
    day = forms.DateField(label=_("On which day"), widget=DayInput())
    channel = forms.ChoiceField(label=_("How"), choices=CHANNELS, widget=RadioSelect)
    reached = forms.ChoiceField(label=_("What came of it"), choices=REACHED, widget=RadioSelect)
    kind = forms.ChoiceField(
        label=_("If you reached the client: it was"), required=False, widget=RadioSelect
    )
    counts = forms.BooleanField(
        label=_("The conversation counts towards the checkpoints"), required=False, initial=True
    )
    note = forms.CharField(
        label=pgettext_lazy("contact", "Note"),
        max_length=120,
        required=False,
        help_text=_("A few words, without names. What was said belongs in the record system."),
    )

    def __init__(self, *args, kinds, has_checkpoints, **kwargs):
        """
        :param kinds: milestones that it may have been: ``[(slug, name), …]``.
        """
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            ("", _("a short contact, no meeting or conversation")),
            *kinds,
        ]
        if not kinds:
            del self.fields["kind"]
        if not kinds or not has_checkpoints:
            del self.fields["counts"]

    def values(self):
        """What the service takes."""
        data = self.cleaned_data
        return {
            "day": data["day"],
            "channel": data["channel"],
            "reached": data["reached"] == "yes",
            "kind": data.get("kind", ""),
            "counts": data.get("counts", True),
            "note": data["note"],
            "form_token": data["form_token"],
        }
