"""The whole: a package with at most one pathway."""

from dataclasses import dataclass

from pathways.document.fields import code, identity, rows

from .pages import Article, Method, Pathway, Template
from .vocabulary import Consent, Milestone, Outcome, Role, Term

SCHEMA_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Document:
    """A package: at most one pathway, and what it owns."""

    key: str = identity()
    schema: int = code(SCHEMA_VERSION)
    source_language: str = code()
    languages: tuple[str, ...] = code(())
    roles: tuple[Role, ...] = rows(Role)
    milestones: tuple[Milestone, ...] = rows(Milestone)
    consents: tuple[Consent, ...] = rows(Consent)
    outcomes: tuple[Outcome, ...] = rows(Outcome)
    terms: tuple[Term, ...] = rows(Term)
    methods: tuple[Method, ...] = rows(Method)
    templates: tuple[Template, ...] = rows(Template)
    articles: tuple[Article, ...] = rows(Article)
    pathways: tuple[Pathway, ...] = rows(Pathway)

    @property
    def pathway(self):
        """The pathway, or None where the package has none."""
        return self.pathways[0] if self.pathways else None

    def pages(self):
        """All page nodes in the order in which readers meet them; parents first."""
        for pathway in self.pathways:
            yield pathway
            yield from pathway.steps
            for phase in pathway.phases:
                yield phase
                yield from phase.steps
        yield from self.methods
        yield from self.templates
        yield from self.articles
