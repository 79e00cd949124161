"""Reading the base: ``base/*.yaml``."""

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from django.utils.text import capfirst
from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "base"


@dataclass(frozen=True)
class Wording:
    """A concept in one language.

    ``rejected`` words are not used for it: whole words, or with ``*`` all that begin so.
    ``forms`` are inflected forms that spelling dictionaries do not know.
    """

    term: str
    definition: str
    rejected: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    @property
    def name(self):
        """The term as a heading."""
        return capfirst(self.term)


@dataclass(frozen=True)
class Concept:
    """A concept by its key, which a glossary term of a package may have as its slug."""

    key: str
    wordings: dict[str, Wording]


@cache
def concepts() -> dict[str, Concept]:
    """All concepts by key, in the order of the files."""
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for key, languages in YAML(typ="safe").load(path).items():
            if key in found:
                raise ValueError(f"{path.name}: “{key}” stands twice in the term base")
            wordings = {language: Wording(**values) for language, values in languages.items()}
            found[key] = Concept(key, wordings)
    return found


def glossary_texts(key, languages) -> tuple[dict[str, str], dict[str, str]]:
    """Name and description of a glossary term, by language; empty for an unknown key."""
    concept = concepts().get(key)
    known = {code: concept.wordings[code] for code in languages} if concept else {}
    names = {code: wording.name for code, wording in known.items()}
    return names, {code: wording.definition for code, wording in known.items()}


def completed(term, languages):
    """A package's glossary term; what it leaves unsaid is as the base has it."""
    names, descriptions = glossary_texts(term.slug, languages)
    return replace(term, name=names | term.name, description=descriptions | term.description)
