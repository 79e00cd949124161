"""A person's deadlines as a calendar: on each day the same words and a link, and nothing else."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

NAMESPACE = uuid.UUID("0b1f6e9c-6f0e-4c53-9d1c-5b8a3a0c7a11")
MAKER = "-//Pathway Portal//Deadlines//EN"


def calendar_of(days, key) -> bytes:
    """The same days give the same octets, so that a client learns that nothing has changed.

    :param days: dates. They have no time of day, and so no time zone to be wrong in.
    :param CalendarKey key: whose calendar it is.
    """
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    for day in days:
        calendar.add_component(_event(day, key))
    return calendar.to_ical()


def _event(day, key):
    event = Event()
    event.add("uid", str(uuid.uuid5(NAMESPACE, f"{key.pk}/{day.isoformat()}")))
    event.add("dtstamp", key.made_at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", capfirst(_("deadline in a case")))
    event.add("url", settings.BASE_URL.rstrip("/") + reverse("cases:my_day"))
    event.add("transp", "TRANSPARENT")
    return event
