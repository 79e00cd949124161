"""The answer itself. Programs that fill in everything, or too fast, are not taken for people."""

from django import forms
from django.core import signing
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.personal_numbers.forms import GuardedFormMixin
from pathways.choices import RadioSelect
from pathways.models import StepFeedback

SALT = "pathways.feedback"
HOURS = 24
LONGEST = 1000


def new_ticket():
    """A signed slip that says when the form was opened; it can be used once."""
    return signing.TimestampSigner(salt=SALT).sign(get_random_string(12))


class FeedbackForm(GuardedFormMixin, forms.ModelForm):
    """Whether the step was clear, and what was not."""

    clear = forms.TypedChoiceField(
        label=gettext_lazy("Was this step clear?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
        error_messages={"required": gettext_lazy("Choose yes or no.")},
    )
    text = forms.CharField(
        label=gettext_lazy("What was unclear, or what is missing?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "You need not write anything. Do not write about clients, nor who you are."
        ),
    )
    # People do not see it; programs fill it in.
    website = forms.CharField(required=False, widget=forms.TextInput(attrs={"tabindex": "-1"}))
    ticket = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = StepFeedback
        fields = ["clear", "text"]

    def clean(self):
        data = super().clean()
        try:
            signer = signing.TimestampSigner(salt=SALT)
            data["ticket"] = signer.unsign(data.get("ticket", ""), max_age=HOURS * 3600)
        except signing.BadSignature:
            message = _("The page has been open for too long. Send it once more.")
            raise forms.ValidationError(message, code="ticket") from None
        return data

    @property
    def is_from_a_program(self):
        """Whether the field that people do not see was filled in."""
        return bool(self.cleaned_data.get("website"))
