"""All checks, one after the other."""

from dataclasses import replace
from importlib import import_module

from .findings import Level, World
from .subject import Subject

# In the order in which an editor meets what they are about.
CHECKS = (
    "empty_pages",
    "doubled_keys",
    "deadlines_without_anchor",
    "deadlines_of_odd_length",
    "impossible_schedules",
    "unrecorded_milestones",
    "dead_branches",
    "unused_consents",
    "unpublished_links",
    "staff_only_content",
    "vanished_items",
    "overdue_reviews",
)


def check(document, world=None):
    """Everything that the checks find: errors first, then in the order of the checks.

    :returns: a list of :class:`Finding`; it is empty where all is well.
    """
    subject = Subject(document, world or World())
    found = []
    for name in CHECKS:
        module = import_module(f"pathways.checks.checks.{name}")
        found += [replace(finding, check=name) for finding in module.check(subject)]
    return sorted(found, key=lambda finding: finding.level != Level.ERROR)
