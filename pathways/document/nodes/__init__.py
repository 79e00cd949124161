"""The document: what a pathway is, apart from any database.

Field names are those of the models, so that building and applying need no table of names.
"""

from .block import Block
from .document import SCHEMA_VERSION, Document
from .pages import PAGE_NODES, SUBPAGES, Article, Method, PageNode, Pathway, Phase, Step, Template
from .rows import (
    Agreement,
    Branch,
    Due,
    Item,
    Referral,
    Responsibility,
    Result,
    Row,
    Screening,
    Source,
    StepRole,
    StepTerm,
    UsedConsent,
    UsedMilestone,
    UsedOutcome,
)
from .vocabulary import VOCABULARY, Consent, Entry, Milestone, Outcome, Role, Term

__all__ = [
    "PAGE_NODES",
    "SCHEMA_VERSION",
    "SUBPAGES",
    "VOCABULARY",
    "Agreement",
    "Article",
    "Block",
    "Branch",
    "Consent",
    "Document",
    "Due",
    "Entry",
    "Item",
    "Method",
    "Milestone",
    "Outcome",
    "PageNode",
    "Pathway",
    "Phase",
    "Referral",
    "Responsibility",
    "Result",
    "Role",
    "Row",
    "Screening",
    "Source",
    "Step",
    "StepRole",
    "StepTerm",
    "Template",
    "Term",
    "UsedConsent",
    "UsedMilestone",
    "UsedOutcome",
]
