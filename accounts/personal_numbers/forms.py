"""Forms that let no personal number through."""

from django import forms
from django.utils.crypto import salted_hmac
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Comment, CommentReply

from .find import find
from .found import Certainty
from .texts import texts_in
from .words import what_was_found

ANSWER = "these_are_not_personal_numbers"
DRAWN_WITHOUT_ERRORS = (Comment, CommentReply)  # by a script


class Question(forms.Widget):
    """A box that stands with its label wherever a form shows it, also where it has no place."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def render(self, name, value, attrs=None, renderer=None):
        return format_html(
            '<label class="number-question">'
            '<input type="checkbox" name="{}" value="{}" id="{}"> {}</label>',
            name,
            self.answer,
            (attrs or {}).get("id", f"id_{name}"),
            _("I have checked: none of these is a personal number"),
        )


class GuardedFormMixin:
    """Refuses what is surely a personal number; asks once where something may be one.

    The question is a box to tick, which belongs to just these numbers; the answer is not kept.
    What the field held before is not asked about again. Everything typed stays in the form.
    Formsets of the form are looked through too, whatever their depth.
    """

    def clean(self):
        cleaned_data = super().clean()
        places = list(_places(self))
        for place in places:
            if place.certainty == Certainty.SURE:
                self._tell(place)
        doubts = [place for place in places if place.certainty == Certainty.MAYBE]
        if doubts:
            self._ask(doubts)
        return cleaned_data

    def _ask(self, doubts):
        numbers = "\n".join(sorted(doubt.number for doubt in doubts))
        answer = salted_hmac("personal-numbers", numbers).hexdigest()[:20]
        if self.data.get(self.add_prefix(ANSWER)) == answer:
            return
        field = forms.CharField(required=False, widget=Question(answer), label="")
        # Wagtail marks all fields of a form whose required ones may wait, and unmarks them.
        field.is_deferred_validation = getattr(self, "is_deferred_validation", False)
        self.fields[ANSWER] = field
        for doubt in doubts:
            self._tell(doubt)

    def _tell(self, place):
        place.form.add_error(place.field, place.words)
        if _model(place.form) in DRAWN_WITHOUT_ERRORS:
            self.add_error(None, _("In a comment: %s") % place.words)


class Place:
    """Where in a form a personal number stands, or may stand."""

    def __init__(self, form, field, text, found):
        self.form, self.field, self.certainty = form, field, found.certainty
        self.number = text[found.start : found.end]
        self.words = what_was_found(text, found)


def _places(form):
    """All numbers in the form and in its rows, but no doubtful ones that were there before."""
    for name, text in _texts(form):
        for found in find(text):
            place = Place(form, name, text, found)
            if place.certainty == Certainty.SURE or place.number not in _before(form, name):
                yield place
    for formset in getattr(form, "formsets", {}).values():
        for child in formset.forms:
            if child.is_valid() and child not in formset.deleted_forms:
                yield from _places(child)


def _model(form):
    return getattr(getattr(form, "_meta", None), "model", None)


def _texts(form):
    for name, value in list(form.cleaned_data.items()):
        if not _is_secret(form, name):
            for text in texts_in(value):
                yield name, text


def _is_secret(form, name):
    field = form.fields.get(name)
    return field is None or isinstance(field.widget, forms.PasswordInput)


def _before(form, name):
    """All text that the field held when the form was opened."""
    before = form.initial.get(name)
    if before is None and getattr(form, "instance", None) is not None:
        before = getattr(form.instance, name, None)
    return "\n".join(texts_in(before))
