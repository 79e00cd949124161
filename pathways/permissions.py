"""Who may do what with guidance; views and templates ask the same functions."""

from accounts import roles
from pathways.translation.guard import translation_into


def may_change(user, page):
    """Whether somebody may save a draft of the page now."""
    lock = page.get_lock()
    return page.permissions_for_user(user).can_edit() and not (lock and lock.for_user(user))


def may_move_rows(user, page):
    """Whether somebody may move rows from or to the page.

    A translation has the rows of its source page.
    """
    return may_change(user, page) and translation_into(page) is None


def may_release(user, pathway):
    """Whether somebody publishes in this pathway, which is done by releasing editions."""
    return pathway.permissions_for_user(user).can_release()


def may_review(user):
    """Whether somebody looks at what others have written; being a superuser is not enough."""
    return roles.holds(user, roles.Role.REVIEWER)
