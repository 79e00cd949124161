"""What can be wrong with an edition; each says it plainly, to whoever meets it."""

from django.utils.translation import gettext as _


class EditionTrouble(ValueError):
    """Nothing was changed; the message says what stands in the way."""


class ReleaseRefused(EditionTrouble):
    """What was asked for cannot be done now."""


class BrokenEdition(EditionTrouble):
    """What is stored is not what was released: its hash does not match."""

    def __init__(self, edition, language):
        self.edition, self.language = edition, language
        reason = _(
            "Edition %(number)s of “%(key)s” (%(language)s) does not match its hash: somebody has "
            "changed it in the database after it was released."
        )
        values = {"number": edition.number, "key": edition.key, "language": language}
        super().__init__(reason % values)


class CannotApply(EditionTrouble):
    """Something that an edition refers to is gone."""

    def __init__(self, page, what):
        reason = _("“%(page)s” refers to “%(what)s”, which is gone.")
        super().__init__(reason % {"page": page, "what": what})


class NotShown(EditionTrouble):
    """The pages would come out differently."""

    def __init__(self, edition):
        reason = _("The pages would not say what edition %(number)s of “%(key)s” says.")
        super().__init__(reason % {"number": edition.number, "key": edition.key})
