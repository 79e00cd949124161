"""What is asked of whoever releases, approves, sends back or withdraws."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from accounts.personal_numbers.forms import GuardedFormMixin
from pathways.models.edition import NOTE_MESSAGE, Force


class ReleaseForm(GuardedFormMixin, forms.Form):
    """The next edition; ``hash`` is of what the person has looked at."""

    hash = forms.CharField(widget=forms.HiddenInput)
    pages = forms.MultipleChoiceField(
        label=_("Pages that go along"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Uncheck a page whose draft is not finished, and look at the changes again."),
    )
    force = forms.ChoiceField(
        label=_("What kind of edition is this?"), choices=Force.choices, widget=forms.RadioSelect
    )
    change_note = forms.CharField(
        label=_("What changes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For those who work by it, in one or two sentences. Not needed where only words change."
        ),
    )
    effective_on = forms.DateField(
        label=_("In force from"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: from today. Until a later day comes, drafts stay as they are, too."),
    )
    emergency_reason = forms.CharField(
        label=_("Why it cannot wait for approval"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only in an emergency. Readers and reviewers see it, and it is recorded."),
    )

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pages"].choices = [
            (str(page.pk), page.draft_title or page.title) for page in plan.changed
        ]
        if not plan.changed:
            del self.fields["pages"]

    def chosen(self):
        """Primary keys of the pages that go along."""
        return [int(pk) for pk in self.cleaned_data.get("pages", [])]

    def clean(self):
        data = super().clean()
        if data.get("force") not in (None, Force.EDITORIAL) and not data.get("change_note"):
            self.add_error("change_note", NOTE_MESSAGE)
        return data


class ReasonForm(GuardedFormMixin, forms.Form):
    """One field: why."""

    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, label=None, help_text="", **kwargs):
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label
        self.fields["reason"].help_text = help_text
