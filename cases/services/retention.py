"""Deciding for how long ended cases are kept."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.models import Retention


@transaction.atomic
def keep_for(*, user, outcome, months):
    """Keep cases with an outcome for so many months; None keeps them until somebody decides.

    It holds from tomorrow, so that a slip can be put right before anything is erased.
    """
    known = Retention.objects.select_for_update().filter(outcome=outcome).first()
    if months is None:
        if known:
            record(Verb.CHANGED, known, actor=user)
            known.delete()
        return
    if known and known.months == months:
        return
    rule = known or Retention(outcome=outcome)
    rule.months = months
    rule.holds_from = timezone.localdate() + timedelta(days=1)
    rule.save()
    record(Verb.CHANGED, rule, actor=user)
