"""Words that pages refer to."""

from dataclasses import dataclass
from typing import ClassVar

from pathways.document.fields import Text, code, identity, plain


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
    contact: bool = code(False)


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


VOCABULARY = {
    "roles": Role,
    "milestones": Milestone,
    "consents": Consent,
    "outcomes": Outcome,
    "terms": Term,
}
