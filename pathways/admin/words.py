"""Vocabulary in an editor's form: a plain list of the words in the language of the page."""

from django.db.models import Q
from django.forms import ModelChoiceField, Select


class WordsOf:
    """Offers the words of one language; each list is read once for the whole form."""

    def __init__(self, locale_id):
        self.locale_id = locale_id
        self._lists = {}

    def offer(self, form):
        """Turn the form's fields for vocabulary into lists of this language's words."""
        from pathways.models.vocabulary import VocabularyEntry  # the models are made of forms

        for name, field in form.fields.items():
            if isinstance(field, ModelChoiceField) and issubclass(
                field.queryset.model, VocabularyEntry
            ):
                chosen = form.instance.serializable_value(name)
                self._offer(field, chosen)

    def _offer(self, field, chosen):
        model = field.queryset.model
        words = self._words(model)
        if chosen and chosen not in dict(words):  # from another language, before there was a list
            words = [*words, *_choices(model.objects.filter(pk=chosen))]
        field.widget = Select(attrs=field.widget.attrs)
        field.widget.is_required = field.required
        field.queryset = model.objects.filter(Q(locale_id=self.locale_id) | Q(pk=chosen))
        field.choices = [("", "---------"), *words]

    def _words(self, model):
        if model not in self._lists:
            self._lists[model] = _choices(model.objects.filter(locale_id=self.locale_id))
        return self._lists[model]


def _choices(words):
    return [(word.pk, word.name) for word in words.order_by("name")]
