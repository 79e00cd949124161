"""Editions whose date has come."""

from pathways.models import EditionOnPages, PathwayEdition

from .showing import bring_up_to_date
from .trouble import EditionTrouble


def keys_behind():
    """Pathways whose pages show another edition than the one that is in force."""
    in_force = dict(PathwayEdition.objects.in_force().values_list("key", "pk"))
    shown = dict(EditionOnPages.objects.values_list("key", "edition_id"))
    lost = set(PathwayEdition.objects.filter(pathway=None).values_list("key", flat=True))
    keys = in_force.keys() | shown.keys()
    return sorted(key for key in keys - lost if in_force.get(key) != shown.get(key))


def show_due_editions():
    """Let the pages of each such pathway follow, one after the other.

    :returns: keys of those that follow now, and the error of each that does not.
    """
    shown, failed = [], {}
    for key in keys_behind():
        try:
            bring_up_to_date(key)
            shown.append(key)
        except EditionTrouble as error:
            failed[key] = str(error)
    return shown, failed
