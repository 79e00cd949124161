"""One of a few answers, each in a label of its own."""

from django import forms


class RadioSelect(forms.RadioSelect):
    """Django's, without an id for each answer: its label is around it and need not name it too."""

    def create_option(self, *args, **kwargs):
        option = super().create_option(*args, **kwargs)
        option["attrs"].pop("id", None)
        return option
