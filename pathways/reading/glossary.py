"""Words explained."""

from dataclasses import dataclass
from itertools import groupby

from accounts.visibility import reader_of
from pathways.models import GlossaryTerm, StepTerm
from pathways.models.vocabulary import term_address
from pathways.terms import concepts, glossary_texts

from .links import Link, link_to
from .terms import TermView


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
    published = GlossaryTerm.objects.filter(locale__language_code=language)
    terms = {
        term.slug: TermView(term.name, term.description, term.get_absolute_url())
        for term in published
    }
    for key in concepts().keys() - terms.keys():
        found = base_term(key, language)
        terms[key] = TermView(found.name, found.description, term_address(key))
    ordered = sorted(terms.values(), key=_sort_key(language))
    return GlossaryView(
        [
            Letter(letter, list(group))
            for letter, group in groupby(ordered, key=lambda term: term.name[:1].upper())
        ]
    )


def base_term(key, language) -> GlossaryTermView | None:
    """A word of the term base, for which editors have made no entry of their own."""
    names, descriptions = glossary_texts(key, [language])
    if not names:
        return None
    return GlossaryTermView(names[language], descriptions[language], used_in=[])


def languages_of_term(slug) -> set[str]:
    """In which languages a word is explained."""
    found = GlossaryTerm.objects.filter(slug=slug).values_list("locale__language_code", flat=True)
    concept = concepts().get(slug)
    return set(found) | set(concept.wordings if concept else ())


def term_view(term, request) -> GlossaryTermView:
    """One word, and where it is used."""
    language = term.locale.language_code
    rows = StepTerm.objects.filter(term=term, page__live=True).order_by("page__path")
    rows = reader_of(request).readable(rows, path="page__path")
    return GlossaryTermView(
        name=term.name,
        description=term.description,
        used_in=[
            link_to(row.page, request, language) for row in rows.select_related("page__locale")
        ],
    )
