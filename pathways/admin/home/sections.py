"""The lists of the editor's home, with what stands above and what stands where they are empty."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import page_permission_policy

from . import lists


@dataclass(frozen=True)
class Section:
    """One list. ``rows`` is a function of the user."""

    name: str
    heading: str
    empty: str
    rows: object
    order: int


SECTIONS = [
    Section(
        "answers",
        _("Answers of readers"),
        _("Nobody has said anything that you have not looked at."),
        lists.answers,
        228,
    ),
    Section(
        "checks",
        _("Checks that find something"),
        _("The checks find nothing to put right."),
        lists.failing_checks,
        230,
    ),
    Section(
        "reviews",
        _("To be checked again"),
        _("No page is due to be checked again within a month."),
        lists.due_for_review,
        232,
    ),
    Section(
        "drafts",
        _("Drafts that readers do not see yet"),
        _("Everything that was changed is published."),
        lists.drafts,
        234,
    ),
    Section(
        "translations",
        _("Translations behind their source"),
        _("All translations are up to date."),
        lists.behind_their_source,
        236,
    ),
]


def works_on_pages(user):
    """Whether somebody has a say over pages, so that the lists are about their work."""
    return page_permission_policy.user_has_any_permission(
        user, {"add", "change", "publish", "lock"}
    )
