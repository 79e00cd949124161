"""Pages of guidance."""

from dataclasses import dataclass
from typing import ClassVar

from pathways.blocks import GuidanceBlocks, SourcesBlock, TemplateSectionsBlock
from pathways.document.fields import Text, blocks, code, identity, part, plain, rich, rows, word

from .block import Block
from .rows import (
    Agreement,
    Branch,
    Item,
    Referral,
    Responsibility,
    Result,
    Screening,
    Source,
    StepRole,
    StepTerm,
    UsedConsent,
    UsedMilestone,
    UsedOutcome,
)


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
    name_only: bool = code(False)
    case_holder: str = word("roles")
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


PAGE_NODES = {n.KIND: n for n in (Pathway, Phase, Step, Method, Template, Article)}
# Rows that are pages of their own, not rows in the database.
SUBPAGES = ("phases", "steps")
