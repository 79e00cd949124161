"""How a case ends."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pathways.choices import RadioSelect, in_its_language

from .base import CaseForm, DayInput

WITHOUT_NAMES = _("A few words, without names.")


class CloseForm(CaseForm):
    """Outcome, day and reason; and where mandatory items are open, why each is not done."""

    outcome = forms.ChoiceField(label=_("How it ends"), widget=RadioSelect)
    day = forms.DateField(label=_("On which day"), widget=DayInput())
    reason = forms.CharField(
        label=_("Why it ends like this"), max_length=200, help_text=WITHOUT_NAMES
    )
    deviation = forms.CharField(
        label=_("Why the open mandatory items are not done"),
        max_length=200,
        required=False,
        help_text=_("Holds for all below that have no reason of their own."),
    )

    def __init__(self, *args, outcomes, still_open, **kwargs):
        """
        :param still_open: open mandatory items by their place: ``{place: text}``.
        """
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = outcomes
        self.names = {place: "why-" + "/".join(map(str, place)) for place in still_open}
        for place, text in still_open.items():
            self.fields[self.names[place]] = forms.CharField(
                label=in_its_language(text), max_length=200, required=False
            )
        if not still_open:
            del self.fields["deviation"]

    @property
    def main(self):
        """The fields that everybody fills in."""
        return [self[name] for name in self.fields if name not in self.names.values()]

    @property
    def single(self):
        """A reason for each open item."""
        return [self[name] for name in self.names.values()]

    def values(self):
        """What the service takes."""
        data = self.cleaned_data
        return {
            "outcome": data["outcome"],
            "day": data["day"],
            "reason": data["reason"],
            "deviation": data.get("deviation", ""),
            "deviations": {place: data[name] for place, name in self.names.items()},
        }
