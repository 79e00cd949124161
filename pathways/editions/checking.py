"""What stands in the way of a release, and what it should be asked about."""

from dataclasses import dataclass

from pathways.checks.live import pages_by_name


@dataclass(frozen=True)
class Found:
    """Something found in a plan; ``page`` is where, or None."""

    message: str
    page: object = None

    def __str__(self):
        return f"{self.page.title}: {self.message}" if self.page else self.message


def errors_in(plan):
    """What must be put right first: drafts that cannot be published, and what the checks refuse."""
    faults = [Found(message, page) for page, message in plan.faults()]
    return [*faults, *_found(plan, blocks=True)]


def warnings_in(plan):
    """What the checks ask about."""
    return _found(plan, blocks=False)


def _found(plan, *, blocks):
    findings = [finding for finding in plan.findings if finding.blocks is blocks]
    pages = pages_by_name(plan.pathway) if findings else {}
    return [Found(_with_row(finding), pages.get(finding.place[0])) for finding in findings]


def _with_row(finding):
    """The message behind the words of the row that it is about; the page is named beside it."""
    row = finding.where.partition(": ")[2]
    return f"{row}: {finding.message}" if row else finding.message
