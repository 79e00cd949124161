"""What was done in a step, as plain text to paste into the record system."""

from django.utils.translation import gettext as _

from cases.models import CaseItem
from cases.reading.words.said import Wording
from cases.reading.words.when import day_written

MARKS = {
    CaseItem.State.DONE: "[x]",
    CaseItem.State.IN_PROGRESS: "[~]",
    CaseItem.State.NOT_RELEVANT: "[-]",
    CaseItem.State.TO_DO: "[ ]",
}


def text_of_step(plan, step, number) -> str:
    """Title, items with their states, who and when. Nothing that tells cases apart."""
    wording = Wording(plan.procedure)
    title = wording.of(step.place.node.title)
    lines = [f"{step.place.number} {title}".strip()]
    if len(step.rounds) > 1:
        lines.append(_("Round %s") % number)
    lines.append("")
    for item in step.round(number).items:
        lines.append(f"{MARKS[item.state]} {wording.of(item.node.text)}")
        lines += [f"    {detail}" for detail in _details(plan, item, wording)]
    return "\n".join(lines)


def _details(plan, item, wording):
    if item.milestone is not None and not item.milestone.planned:
        words = {
            "milestone": wording.milestone(item.milestone.kind),
            "day": day_written(item.milestone.day),
        }
        yield _("%(milestone)s: %(day)s") % words
    if item.is_settled:
        changed = item.row.changed_at.astimezone(plan.now.tzinfo).date()
        words = {
            "state": CaseItem.State(item.state).label,
            "person": item.row.changed_by,
            "day": day_written(changed),
        }
        yield _("%(state)s: %(person)s, %(day)s") % words
    if item.row and item.row.reason:
        yield _("Reason: %s") % item.row.reason
