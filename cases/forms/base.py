"""What all forms of cases share."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from accounts.personal_numbers.forms import GuardedFormMixin


class DayInput(forms.DateInput):
    """A day, as browsers ask for it."""

    input_type = "date"

    def __init__(self, **attrs):
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day, as browsers ask for it."""

    input_type = "time"

    def __init__(self, **attrs):
        super().__init__(attrs=attrs, format="%H:%M")


class CaseForm(GuardedFormMixin, forms.Form):
    """A guarded form that takes what a service says against it."""

    def take(self, error: ValidationError):
        """Show each message beside its field, or above all where the form has none such."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            known = name if name in self.fields else None
            self.add_error(None if name == NON_FIELD_ERRORS else known, errors)
