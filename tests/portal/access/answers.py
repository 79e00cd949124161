"""What an answer means for access."""

from django.db import transaction
from django.urls import reverse

IN, DOOR, REFUSED, NOT_THERE, BROKEN = "in", "door", "refused", "not there", "broken"


def ask(client, cookies, address):
    """Ask for an address by reading and, if that is refused, by an empty form.

    Whatever it did is undone, and the session goes on.
    """
    meanings = []
    for method in (client.get, client.post):
        # A session that was begun in what was undone is not there any more.
        client.cookies.clear()
        client.cookies.load(cookies)
        with transaction.atomic():
            response = method(address)
            transaction.set_rollback(True)
        meanings.append(meaning(response))
        if meanings[-1] in (IN, BROKEN):
            return meanings[-1]
    return meanings[0] or meanings[1] or NOT_THERE


def meaning(response):
    """What the answer says; None for a wrong method."""
    if response.status_code >= 500:
        return BROKEN
    if response.status_code == 405:
        return None
    if response.status_code == 404:
        return NOT_THERE
    if response.status_code == 403:
        return REFUSED
    if response.status_code in (301, 302):
        target = response.url.partition("?")[0]
        if target in (reverse("account_login"), "/admin/login/"):
            return DOOR
        if target == reverse("wagtailadmin_home"):
            return REFUSED
    return IN
