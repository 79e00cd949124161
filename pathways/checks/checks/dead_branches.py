"""A branch leads somewhere, and an end that it leads to is one of the pathway's."""

from django.utils.translation import gettext as _

from pathways.models.branch import DEAD_END_MESSAGES, dead_end


def check(subject):
    outcomes = {row.outcome for pathway in subject.pathways for row in pathway.outcomes}
    own = {f"step:{step.key}" for step in subject.steps}
    for step in subject.steps:
        for branch in step.branches:
            text = subject.said(branch.text)
            field = dead_end(branch.kind, branch.outcome, branch.target, text)
            if field:
                yield subject.error(DEAD_END_MESSAGES[field], step, "branches", branch)
            elif branch.kind == "outcome" and branch.outcome not in outcomes:
                message = _("The branch ends with “%(outcome)s”, which the pathway does not name.")
                words = {"outcome": subject.word("outcomes", branch.outcome)}
                yield subject.warning(message % words, step, "branches", branch)
            elif branch.kind == "step" and branch.target and branch.target not in own:
                message = _("The branch leads to a step that is not in this pathway.")
                yield subject.error(message, step, "branches", branch)
            elif branch.returns_to and branch.returns_to not in own:
                message = _("The branch comes back at a step that is not in this pathway.")
                yield subject.error(message, step, "branches", branch)
            elif branch.target == f"step:{step.key}":
                message = _("The branch leads back to its own step.")
                yield subject.warning(message, step, "branches", branch)
