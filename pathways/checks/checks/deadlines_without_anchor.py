"""A deadline counts from a milestone of its pathway."""

from django.utils.translation import gettext as _


def check(subject):
    used = {row.milestone: row for pathway in subject.pathways for row in pathway.milestones}
    for step, item in subject.deadlines:
        anchor, nth = item.due.anchor, item.due.nth
        if not anchor:
            message = _("The deadline does not say which milestone it counts from.")
            yield subject.error(message, step, "items", item)
            continue
        words = {"milestone": subject.word("milestones", anchor)}
        if anchor not in used:
            message = _(
                "The deadline counts from “%(milestone)s”, which the pathway does not name."
            )
            yield subject.warning(message % words, step, "items", item)
        elif nth and nth > 1 and not used[anchor].repeats:
            message = _(
                "The deadline counts from a later occurrence of “%(milestone)s”, "
                "which happens only once."
            )
            yield subject.error(message % words, step, "items", item)
