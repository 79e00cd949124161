"""What deadlines count from is written down by somebody: an item records the milestone."""

from django.utils.translation import gettext as _


def check(subject):
    recorded = {item.records for _step, item in subject.items}
    counted = {item.due.anchor for _step, item in subject.deadlines}
    counted |= {step.repeats_with for step in subject.steps}
    for pathway in subject.pathways:
        for row in pathway.milestones:
            if row.milestone in counted - recorded:
                message = _(
                    "Deadlines count from “%(milestone)s”, but no item of a checklist records it."
                )
                words = {"milestone": subject.word("milestones", row.milestone)}
                yield subject.warning(message % words, pathway, "milestones", row)
