"""What changes from one document to the next, for whoever releases or approves it."""

from pathways.reading.difference import difference_of


def told(before, after):
    """All that differs, in the language in which the pathway is written.

    :param before: a document, or None where there was none; then nothing is told.
    """
    return before and difference_of(before, after, after.source_language)
