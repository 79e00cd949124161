"""The document: what a pathway is, apart from any database.

Field names are those of the models, so that building and applying need no table of names.
"""

from dataclasses import dataclass
from typing import ClassVar

from pathways.blocks import GuidanceBlocks, SourcesBlock, TemplateSectionsBlock

from .fields import Text, blocks, code, identity, link, part, plain, rich, rows, word

SCHEMA_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Block:
    """One block of a stream: its codes, its texts, and the streams inside it."""

    id: str
    type: str
    codes: dict[str, object]
    texts: dict[str, Text]
    children: dict[str, tuple["Block", ...]]


# Vocabulary


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A word of the vocabulary."""

    MODEL: ClassVar[str]
    slug: str = identity()
    origin: str = code("package")
    name: Text = plain()
    description: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Role(Entry):
    """Who acts."""

    MODEL = "pathways.Role"
    side: str = code("service")


@dataclass(frozen=True, kw_only=True)
class Milestone(Entry):
    """What happens at a date."""

    MODEL = "pathways.MilestoneKind"


@dataclass(frozen=True, kw_only=True)
class Consent(Entry):
    """What is agreed to."""

    MODEL = "pathways.ConsentKind"
    form: str = code("signed")
    covers: Text = plain()
    from_whom: Text = plain()
    to_whom: Text = plain()
    purpose: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Outcome(Entry):
    """How it can end."""

    MODEL = "pathways.Outcome"


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A word explained."""

    MODEL = "pathways.GlossaryTerm"


# Parts and rows


@dataclass(frozen=True, kw_only=True)
class Due:
    """A due rule."""

    amount: int | None = code(None)
    earliest: int | None = code(None)
    unit: str = code("working_day")
    direction: str = code("after")
    anchor: str = word("milestones")
    nth: int | None = code(None)
    hard: bool = code(True)
    note: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Source:
    """The published document that the whole was made from."""

    title: str = code()
    publisher: str = code()
    language: str = code()
    published: Text = plain()
    cut: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a page."""

    key: str = identity()
    origin: str = code("package")


@dataclass(frozen=True, kw_only=True)
class Item(Row):
    """A line of a checklist."""

    text: Text = plain()
    condition: Text = plain()
    mandatory: bool = code(True)
    role: str = word("roles")
    external: bool = code(False)
    guidance: str = link()
    consent: str = word("consents")
    records: str = word("milestones")
    due: Due | None = part(Due, "due_")


@dataclass(frozen=True, kw_only=True)
class Branch(Row):
    """A side track."""

    number: str = code()
    condition: Text = plain()
    text: Text = plain()
    decided_by: str = word("roles")
    kind: str = code("outcome")
    target: str = link()
    outcome: str = word("outcomes")
    returns_to: str = link()


@dataclass(frozen=True, kw_only=True)
class StepRole(Row):
    """Who takes part in a step."""

    role: str = word("roles", required=True)
    part: str = code("does")


@dataclass(frozen=True, kw_only=True)
class StepTerm(Row):
    """A word that a step explains."""

    term: str = word("terms", required=True)


@dataclass(frozen=True, kw_only=True)
class Result(Row):
    """A result of a phase."""

    text: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Responsibility(Row):
    """A duty in a phase."""

    role: str = word("roles")
    duty: Text = plain()  # first, as the text that may stand alone in a file
    organisation: Text = plain()


@dataclass(frozen=True, kw_only=True)
class UsedMilestone(Row):
    """A milestone of a pathway."""

    milestone: str = word("milestones", required=True)
    repeats: bool = code(False)
    checkpoints: str = code()


@dataclass(frozen=True, kw_only=True)
class UsedConsent(Row):
    """A consent of a pathway."""

    consent: str = word("consents", required=True)


@dataclass(frozen=True, kw_only=True)
class UsedOutcome(Row):
    """An outcome of a pathway."""

    outcome: str = word("outcomes", required=True)


@dataclass(frozen=True, kw_only=True)
class Referral(Row):
    """Who may refer."""

    name: Text = plain()
    side: str = code("civil")


@dataclass(frozen=True, kw_only=True)
class Agreement(Row):
    """What is agreed with a partner."""

    partner: Text = plain()
    text: Text = plain()


@dataclass(frozen=True, kw_only=True)
class Screening(Row):
    """A screening rule."""

    group: Text = plain()
    age_from: int | None = code(None)
    age_to: int | None = code(None)
    category_1_minimum: int = code(0)
    category_2_minimum: int = code(0)
    distinct_topics: bool = code(False)


# Pages


@dataclass(frozen=True, kw_only=True)
class PageNode:
    """What all guidance pages have."""

    MODEL: ClassVar[str]
    KIND: ClassVar[str]
    key: str = identity()
    origin: str = code("package")
    title: Text = plain()
    slug: Text = plain()
    summary: Text = plain()
    reviewed_on: str | None = code(None)
    review_by: str | None = code(None)
    reviewed_by: Text = plain()
    sources: tuple[Block, ...] = blocks(SourcesBlock())


@dataclass(frozen=True, kw_only=True)
class Step(PageNode):
    """A step."""

    MODEL = "pathways.StepPage"
    KIND = "step"
    necessity: str = code("mandatory")
    condition: Text = plain()
    repeats_with: str = word("milestones")
    duration: Text = plain()
    roles: tuple[StepRole, ...] = rows(StepRole)
    items: tuple[Item, ...] = rows(Item)
    branches: tuple[Branch, ...] = rows(Branch)
    terms: tuple[StepTerm, ...] = rows(StepTerm)
    body: tuple[Block, ...] = blocks(GuidanceBlocks())


@dataclass(frozen=True, kw_only=True)
class Phase(PageNode):
    """A phase with its steps."""

    MODEL = "pathways.PhasePage"
    KIND = "phase"
    course: str = code("sequential")
    name_only: bool = code(False)
    results: tuple[Result, ...] = rows(Result)
    responsibilities: tuple[Responsibility, ...] = rows(Responsibility)
    body: tuple[Block, ...] = blocks(GuidanceBlocks())
    steps: tuple[Step, ...] = rows(Step)


@dataclass(frozen=True, kw_only=True)
class Pathway(PageNode):
    """A pathway with its phases, and with steps that belong to no phase."""

    MODEL = "pathways.PathwayPage"
    KIND = "pathway"
    numbering: str = code("through")
    purpose: Text = rich()
    audience: Text = rich()
    milestones: tuple[UsedMilestone, ...] = rows(UsedMilestone)
    consents: tuple[UsedConsent, ...] = rows(UsedConsent)
    outcomes: tuple[UsedOutcome, ...] = rows(UsedOutcome)
    referral_sources: tuple[Referral, ...] = rows(Referral)
    agreements: tuple[Agreement, ...] = rows(Agreement)
    body: tuple[Block, ...] = blocks(GuidanceBlocks())
    source: Source | None = part(Source, "source_")
    phases: tuple[Phase, ...] = rows(Phase)
    steps: tuple[Step, ...] = rows(Step)


@dataclass(frozen=True, kw_only=True)
class Method(PageNode):
    """A method description; its theme is the title."""

    MODEL = "pathways.MethodPage"
    KIND = "method"
    activities: Text = rich()
    form: Text = rich()
    arena: Text = rich()
    target_groups: Text = rich()
    actors: Text = rich()
    grounds: Text = rich()
    barriers: Text = rich()
    gain: Text = rich()
    effect: Text = rich()
    body: tuple[Block, ...] = blocks(GuidanceBlocks())


@dataclass(frozen=True, kw_only=True)
class Template(PageNode):
    """A form as data."""

    MODEL = "pathways.DocumentTemplatePage"
    KIND = "template"
    intro: Text = rich()
    stages: Text = plain()
    storage: str = code("never")
    identity: str = code("none")
    sections: tuple[Block, ...] = blocks(TemplateSectionsBlock())
    screening_rules: tuple[Screening, ...] = rows(Screening)
    body: tuple[Block, ...] = blocks(GuidanceBlocks())


@dataclass(frozen=True, kw_only=True)
class Article(PageNode):
    """An article."""

    MODEL = "pathways.ArticlePage"
    KIND = "article"
    published_on: str | None = code(None)
    body: tuple[Block, ...] = blocks(GuidanceBlocks())
    source: Source | None = part(Source, "source_")


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


VOCABULARY = {
    "roles": Role,
    "milestones": Milestone,
    "consents": Consent,
    "outcomes": Outcome,
    "terms": Term,
}
PAGE_NODES = {n.KIND: n for n in (Pathway, Phase, Step, Method, Template, Article)}
# Rows that are pages of their own, not rows in the database.
SUBPAGES = ("phases", "steps")
