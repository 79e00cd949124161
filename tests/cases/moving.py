"""Other editions of the demo's pathway, and the worker who moves cases."""

from django.core.management import call_command
from django.db import connection

from cases.services.moves import go_on
from pathways.models import EditionWithdrawal
from portal.demo.casework import PATHWAY
from portal.demo.other_edition import next_edition


def released(change, **values):
    """An edition in which something is another one than before."""
    return next_edition(PATHWAY, change, **values)


def item_of(pages, name):
    """The plain data of an item (``step/item``)."""
    step, _slash, key = name.partition("/")
    return next(item for item in pages[step]["items"] if item["key"] == key)


def say(name, words):
    """Change: the text of an item."""

    def change(pages):
        found = item_of(pages, name)
        found["text"] = dict.fromkeys(found["text"], words)

    return change


def without(name):
    """Change: an item is not there any more."""

    def change(pages):
        step = pages[name.partition("/")[0]]
        step["items"].remove(item_of(pages, name))

    return change


def withdraw(edition):
    return EditionWithdrawal.objects.create(edition=edition, reason="It was wrong")


def work():
    """What the worker does in the minute that follows."""
    if connection.in_atomic_block:
        return go_on()
    return call_command("jobs", once=True)
