"""Texts of an edition in the reader's language, or, marked, in the one that they are in."""

from django.utils.translation import get_language


class Said(str):
    """A text. ``lang`` is set only where it is not in the reader's language."""

    __slots__ = ("lang",)

    def __new__(cls, text, lang=""):
        said = super().__new__(cls, text)
        said.lang = lang
        return said


class Wording:
    """Reads the texts of an edition.

    :param language: the reader's; the active one if not given.
    """

    def __init__(self, procedure, language=None):
        self.procedure = procedure
        self.language = language or get_language()

    def of(self, texts) -> Said:
        """One text, in one of the languages that it has."""
        source = self.procedure.source_language
        if texts.get(self.language):
            return Said(texts[self.language])
        if texts.get(source):
            return Said(texts[source], source)
        return Said("")

    def pathway(self):
        return self.of(self.procedure.pathway.title)

    def step(self, key):
        """The title of a step; its key where the edition has none such."""
        place = self.procedure.step(key)
        return self.of(place.node.title) if place else Said(key)

    def phase(self, key):
        """The title of a phase; its key where the edition has none such."""
        phase = self.procedure.phase(key)
        return self.of(phase.title) if phase else Said(key)

    def item(self, step_key, item_key):
        """The text of an item; its key where the edition has none such."""
        node = self.procedure.item(step_key, item_key)
        return self.of(node.text) if node else Said(item_key)

    def branch(self, step_key, branch_key):
        node = self.procedure.branch(step_key, branch_key)
        return self.of(node.condition) if node else Said(branch_key)

    def milestone(self, slug):
        return self._word(self.procedure.milestones, slug)

    def consent(self, slug):
        return self._word(self.procedure.consents, slug)

    def outcome(self, slug):
        return self._word(self.procedure.outcomes, slug)

    def role(self, slug):
        words = {word.slug: word for word in self.procedure.document.roles}
        return self._word(words, slug)

    def _word(self, words, slug):
        word = words.get(slug)
        return self.of(word.name) if word else Said(slug)
