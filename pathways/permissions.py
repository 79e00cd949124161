"""Who may do what with guidance; views and templates ask the same functions."""

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
