"""What a pathway folder says otherwise than the base; it can be imported all the same."""

import re

from django.utils.translation import gettext as _

from pathways.document.folder.problems import Problem

from .concepts import concepts
from .rejected import rejected_in

# Slugs, keys and the codes of blocks are the same in all languages.
_NO_TEXT = re.compile(r"^(:::.*|\s*slug:.*|\s*[a-z0-9-]+:(?=\s|$))")


def warnings_of(reader) -> list[Problem]:
    """Rejected words, and names that differ from the base, each with file, line and reason.

    :param reader: a :class:`~pathways.document.folder.read.FolderReader` that has read its folder.
    """
    return sorted({*_rejected_words(reader), *_other_names(reader)})


def _rejected_words(reader):
    for language in reader.languages:
        for path in sorted(reader.folder.rglob(f"*.{language}.*")):
            for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
                for word in rejected_in(_NO_TEXT.sub("", line), language):
                    reason = _("“%(found)s”: our word is “%(term)s” (%(concept)s).")
                    file = path.relative_to(reader.folder).as_posix()
                    yield Problem(file, number, reason % vars(word))


def _other_names(reader):
    for name in ("roles", "terms"):  # the others are sentences: “the first meeting was held”
        for entry in getattr(reader.document, name):
            if entry.slug in concepts():
                yield from _other_names_of(entry, ("vocabulary", name, entry.slug), reader)


def _other_names_of(entry, place, reader):
    wordings = concepts()[entry.slug].wordings
    for language, said in entry.name.items():
        if said.casefold() != wordings[language].term.casefold():
            reason = _("“%(said)s” is called “%(term)s” in the term base.")
            words = {"said": said, "term": wordings[language].term}
            yield Problem(*reader.problems.where(place, language), reason % words)
