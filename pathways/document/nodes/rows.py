"""Rows of pages, and parts that have no identity of their own."""

from dataclasses import dataclass

from pathways.document.fields import Text, code, identity, link, part, plain, word


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
    channel: str = code()
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
