"""The editor's forms: rows and words keep their identity."""

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from accounts.personal_numbers.forms import GuardedFormMixin
from pathways.admin.words import WordsOf
from pathways.identity import RowIdentities


class GuardedPageForm(GuardedFormMixin, WagtailAdminPageForm):
    """A page, its rows and its comments hold no personal number."""


class GuidancePageForm(GuardedPageForm):
    """Keeps each row's ``key`` and ``translation_key``.

    Wagtail makes a new object of every row that is not yet published each time the
    page is saved, autosave included. What the browser sends back is therefore checked
    against the server's own record: a key that is blank, sent twice or unknown gets a
    fresh one, a known key gets the ``translation_key`` that belongs to it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = WordsOf(self.instance.locale_id)
        words.offer(self)
        self._identities = {}
        for name, formset in self._row_formsets().items():
            if formset.is_bound:
                self._identities[name] = RowIdentities(self.instance, name)
                self._identities[name].settle_keys(formset)
            self._offer_words(formset, words)

    def _row_formsets(self):
        """Formsets of the page's keyed rows, by the name of their relation."""
        names = {relation.get_accessor_name() for relation in self.instance.row_relations()}
        return {n: f for n, f in self.formsets.items() if n in names}

    @staticmethod
    def _offer_words(formset, words):
        """Rows get their lists as they are made: those that are there and the empty one."""
        add_fields = formset.add_fields

        def add_fields_and_words(form, index):
            add_fields(form, index)
            words.offer(form)

        formset.add_fields = add_fields_and_words

    def save(self, commit=True):
        """Save every row as who it is.

        A row that has moved here is still live on the page it comes from. The rows of a page
        that was never published would be written now; then they stay in the draft instead.
        """
        for name, formset in self._row_formsets().items():
            rows = [f.instance for f in formset.forms if f not in formset.deleted_forms]
            self._identities[name].settle_rows(rows)
            self._notice_new_places(formset)
            if commit and self.instance.pk:
                commit = not self._identities[name].come_from_elsewhere(rows)
        return super().save(commit)

    @staticmethod
    def _notice_new_places(formset):
        """A row that only has another place now, since one before it came back, is saved too."""
        for place, form in enumerate(formset.ordered_forms):
            if form.instance.sort_order != place and not form.has_changed():
                form.changed_data.append("ORDER")

    def get_field_updates_for_resave(self):
        """Tell the page that is open which keys its rows have got."""
        updates = list(super().get_field_updates_for_resave())
        for formset in self._row_formsets().values():
            updates += [
                (f"{form.prefix}-key", form.instance.key)
                for form in formset.forms
                if form not in formset.deleted_forms
            ]
        return updates


class WordForm(GuardedFormMixin, WagtailAdminModelForm):
    """A word keeps the key that it got when it was made: files and cases know it by that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["slug"].disabled = True
