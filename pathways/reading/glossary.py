"""Words explained."""

from dataclasses import dataclass
from itertools import groupby

from pathways.models import GlossaryTerm, StepTerm

from .links import Link, link_to
from .step import TermView


@dataclass(frozen=True)
class GlossaryTermView:
    """A word with the steps that explain it."""

    name: str
    description: str
    used_in: list[Link]

    @property
    def title(self):
        return self.name

    @property
    def summary(self):
        return self.description


@dataclass(frozen=True)
class Letter:
    """Words with the same first letter."""

    letter: str
    terms: list[TermView]


@dataclass(frozen=True)
class GlossaryView:
    """All words of a language."""

    letters: list[Letter]


# Where a language's own letters stand; Python would sort by code point.
ALPHABETS = {"da": "æøå", "nb": "æøå", "fi": "åäö"}


def _sort_key(language):
    extra = {letter: f"{{{place}" for place, letter in enumerate(ALPHABETS.get(language, ""))}
    return lambda term: "".join(extra.get(letter, letter) for letter in term.name.lower())


def glossary_view(language) -> GlossaryView:
    """All words of a language under their letters."""
    terms = GlossaryTerm.objects.filter(locale__language_code=language)
    ordered = sorted(terms, key=_sort_key(language))
    return GlossaryView(
        [
            Letter(letter, [TermView(t.name, t.description, t.get_absolute_url()) for t in group])
            for letter, group in groupby(ordered, key=lambda term: term.name[:1].upper())
        ]
    )


def term_view(term, request) -> GlossaryTermView:
    """One word, and where it is used."""
    language = term.locale.language_code
    rows = StepTerm.objects.filter(term=term, page__live=True).order_by("page__path")
    return GlossaryTermView(
        name=term.name,
        description=term.description,
        used_in=[
            link_to(row.page, request, language) for row in rows.select_related("page__locale")
        ],
    )
