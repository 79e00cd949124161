"""Mails about work: a date, the words “deadline in a case”, counts and a link. Nothing else.

What it is about is read in the portal, by whoever may read it.
"""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from accounts.mail import Mail, send
from cases.reading.words.when import day_written

NOWHERE = ".invalid"  # accounts to try the portal with


def tell_by_mail(people, day, count=1):
    """Something waits for each of them, once the transaction stands.

    :param day: a date.
    """
    for person in people:
        if person.is_active:
            transaction.on_commit(partial(send_deadlines, person, day, {None: count}))


def send_deadlines(person, day, counts):
    """Send one person the mail, in the language that they have chosen.

    :param dict counts: how many by what they are (“overdue”), or by None.
    """
    if person.email.endswith(NOWHERE):
        return
    language = UserProfile.get_for_user(person).get_preferred_language()
    send(lambda: _mail(day, counts, language), person.email, language)


def _mail(day, counts, language):
    words = _("deadline in a case")
    lines = [f"{capfirst(kind)}: {n}" for kind, n in counts.items() if kind]
    first = f"{day_written(day)}: {words}"
    if None in counts:
        first = f"{first}: {counts[None]}"
    with override(language):
        link = settings.BASE_URL.rstrip("/") + reverse("cases:my_day")
    return Mail(
        subject=capfirst(words),
        paragraphs=[first, *lines],
        link=link,
        link_words=_("My day"),
    )
