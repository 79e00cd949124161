"""One of a few answers, each in a label of its own."""

from django import forms
from django.utils.html import format_html


def in_its_language(text):
    """The text; where it has a ``lang``, as it has in another language than the page, marked so."""
    lang = getattr(text, "lang", "")
    return format_html('<span lang="{}">{}</span>', lang, text) if lang else text


class RadioSelect(forms.RadioSelect):
    """Django's, without an id for each answer: its label is around it and need not name it too."""

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        option["attrs"].pop("id", None)
        option["label"] = in_its_language(label)
        return option
