"""Erasing ended cases when their time has come. Each is erased whole or not at all."""

import calendar
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.models import Case, CaseTally, ErasedCase, Retention
from cases.work.clock import today_for

from .traces import sweep

AT_A_TIME = 500


def ends_on(case, months):
    """The day from which a case may be erased."""
    year, month = divmod(case.closed_on.year * 12 + case.closed_on.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(case.closed_on.day, last))


def past_their_time(outcome, months, by):
    """Ended cases whose time will have come by a day, the first to end first.

    :param date by: the day on which that is asked.
    """
    ended = Case.objects.closed().filter(outcome=outcome, closed_on__lte=by)
    cases = ended.for_work().order_by("closed_on", "pk")
    return [case for case in cases.iterator(chunk_size=500) if ends_on(case, months) <= by]


def erase_due(at_a_time=AT_A_TIME):
    """Erase what is past its time. What an interruption leaves is erased the next time.

    :returns: how many.
    """
    erased = 0
    for rule in Retention.objects.all():
        for pk in _candidates(rule)[: at_a_time - erased]:
            erased += _erase(pk, rule)
    sweep()
    return erased


def _candidates(rule):
    latest = timezone.localdate() + timedelta(days=1)  # somewhere it is tomorrow already
    if rule.holds_from > latest:
        return []
    return [case.pk for case in past_their_time(rule.outcome, rule.months, latest)]


@transaction.atomic
def _erase(pk, rule):
    try:
        case = Case.objects.locked(pk)
    except Case.DoesNotExist:
        return 0  # another worker was here
    if case.outcome != rule.outcome or case.goes_on:
        return 0
    today = today_for(case.team)
    if rule.holds_from > today or ends_on(case, rule.months) > today:
        return 0
    _count(case)
    rows, _by_model = Case.objects.filter(pk=pk).delete()
    ErasedCase.objects.create(case_id=pk, day=today, rows=rows)
    record(Verb.ERASED, ("cases.case", pk))
    return 1


def _count(case):
    tally, _new = CaseTally.objects.get_or_create(
        team=case.team,
        pathway=case.edition.key,
        outcome=case.outcome,
        month=case.closed_on.replace(day=1),
    )
    CaseTally.objects.filter(pk=tally.pk).update(count=F("count") + 1)
