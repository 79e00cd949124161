"""The editor's forms: rows and words keep their identity."""

import uuid

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from pathways.admin.words import WordsOf


def _fresh_key():
    return uuid.uuid4().hex[:12]


class GuidancePageForm(WagtailAdminPageForm):
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
        for formset in self._row_formsets().values():
            self._forget_vanished_rows(formset)
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

    def _forget_vanished_rows(self, formset):
        """Blank ids of rows that are gone, so that “revert to this revision” works."""
        if not formset.is_bound:
            return
        known = {str(row.pk) for row in formset.queryset if row.pk}
        data = formset.data.copy()
        for number in range(formset.total_form_count()):
            name = f"{formset.add_prefix(number)}-id"
            if data.get(name) and data[name] not in known:
                data[name] = ""
        formset.data = data

    def save(self, commit=True):
        """Settle every row's identity, then save as usual."""
        for name, formset in self._row_formsets().items():
            self._settle_identities(name, formset)
        return super().save(commit)

    def _settle_identities(self, name, formset):
        known, taken = self._known_identities(name), set()
        for form in formset.forms:
            if form in formset.deleted_forms:
                continue
            row = form.instance
            key = form.cleaned_data.get("key") or row.key
            if key not in known or key in taken:
                key = _fresh_key()
                row.translation_key = uuid.uuid4()
            else:
                row.translation_key, row.origin = known[key]
            row.key = key
            form.cleaned_data["key"] = key
            taken.add(key)

    def _known_identities(self, name):
        """``{key: (translation_key, origin)}`` of the live rows and the latest draft."""
        known = {}
        page = self.instance
        if page.pk:
            model = page._meta.get_field(name).related_model
            known.update(
                (key, (translation_key, origin))
                for key, translation_key, origin in model.objects.filter(
                    page_id=page.pk
                ).values_list("key", "translation_key", "origin")
            )
        if page.latest_revision_id:
            for row in page.latest_revision.content.get(name, []):
                known.setdefault(row["key"], (uuid.UUID(row["translation_key"]), row["origin"]))
        known.pop("", None)
        return known

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


class WordForm(WagtailAdminModelForm):
    """A word keeps the key that it got when it was made: files and cases know it by that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["slug"].disabled = True
