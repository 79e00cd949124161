"""What goes out to a person: the secret of their calendar, and a mail a day."""

import logging

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.access_log import record
from accounts.models import Membership
from accounts.models.access_entry import Verb
from cases.mails import send_deadlines
from cases.models import CalendarKey, DailyMail
from cases.reading.mine.outward import counts_of
from cases.work.clock import now_for
from pathways.calendars import calendar_of_team

logger = logging.getLogger(__name__)


@transaction.atomic
def new_calendar_key(user):
    """Make the person's secret anew; the one before is good no longer.

    :returns: the secret, which is kept nowhere.
    """
    CalendarKey.objects.filter(user=user).delete()
    key = CalendarKey(user=user, made_at=timezone.now())
    secret = key.new_secret()
    key.save()
    record(Verb.CHANGED, key, actor=user)
    return secret


@transaction.atomic
def revoke_calendar_key(user):
    """Nobody reads the calendar any more."""
    for key in CalendarKey.objects.filter(user=user):
        record(Verb.CHANGED, key, actor=user)
        key.delete()


def choose_daily_mail(user, wanted):
    """Whether the person gets a mail a day."""
    DailyMail.objects.update_or_create(user=user, defaults={"wanted": wanted})


def send_daily_mails():
    """Send each who wants it the day's mail, once, on working days; nothing due, no mail.

    A person is marked before the mail goes out: whatever interrupts it, nobody gets two.

    :returns: how many were sent, and how many could not be.
    """
    sent = failed = 0
    for user, now in _whose_day_has_begun():
        if not _is_first(user, now.date()):
            continue
        counts = counts_of(user)
        if not counts:
            continue
        try:
            send_deadlines(user, now.date(), counts)
            sent += 1
        except OSError:
            logger.exception("The day's mail to account %s could not be sent", user.pk)
            failed += 1
    return sent, failed


def _whose_day_has_begun():
    """People in teams who have not been looked at today, with the moment where they work."""
    places = Membership.objects.current().filter(user__is_active=True)
    places = places.exclude(user__daily_mail__wanted=False)
    places = places.select_related("user__daily_mail", "team__organisation").order_by("user", "pk")
    met = set()
    for place in places:
        now = now_for(place.team)
        mail = getattr(place.user, "daily_mail", None)
        seen = mail is not None and mail.sent_on is not None and mail.sent_on >= now.date()
        if place.user_id in met or seen or now.hour < settings.DAILY_MAIL_HOUR:
            continue
        met.add(place.user_id)
        if not calendar_of_team(place.team).closed(now.date()):
            yield place.user, now


def _is_first(user, day):
    DailyMail.objects.get_or_create(user=user)
    waiting = DailyMail.objects.filter(Q(sent_on=None) | Q(sent_on__lt=day), user=user, wanted=True)
    return bool(waiting.update(sent_on=day))
