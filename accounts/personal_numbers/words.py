"""What the guard tells the person who typed a number."""

import re

from django.utils.translation import gettext as _

from .found import Certainty

BEFORE = 30


def what_was_found(text, found):
    """Which kind of number and where, without the number itself."""
    words = _words_before(text, found)
    kind = found.country.label
    if found.certainty == Certainty.SURE:
        if words:
            return _(
                "After “%(words)s” there is %(kind)s. Personal numbers are not stored here: please "
                "take it out."
            ) % {"words": words, "kind": kind}
        return _("This is %(kind)s. Personal numbers are not stored here: please take it out.") % {
            "kind": kind
        }
    if words:
        return _("After “%(words)s” there may be %(kind)s. Please check.") % {
            "words": words,
            "kind": kind,
        }
    return _("This may be %(kind)s. Please check.") % {"kind": kind}


def _words_before(text, found):
    """The last words before it, with all digits hidden: another number may stand there."""
    before = " ".join(text[: found.start].split())
    if len(before) > BEFORE:
        before = "…" + before[-BEFORE:].partition(" ")[2]
    return re.sub(r"\d", "•", before)
