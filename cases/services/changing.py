"""What all changes of a case have in common."""

import uuid
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.models import Case, CaseEvent
from cases.permissions import may_work_on
from cases.work.load import plan_of


class CaseChangedMeanwhile(Exception):
    """What a form shows is no longer how things stand.

    :ivar by: who changed it, or None where nobody knows.
    :ivar at: when.
    """

    def __init__(self, by=None, at=None):
        super().__init__("changed meanwhile")
        self.by, self.at = by, at


class CaseClosedError(Exception):
    """Nothing is recorded in a case that has ended."""


class Change:
    """A case while it is being changed by somebody: locked, with its plan and one batch."""

    def __init__(self, case, user):
        self.case, self.user = case, user
        self.batch = uuid.uuid4()
        self.look_again()

    def look_again(self):
        """Read how everything stands after what was just written."""
        self.plan = plan_of(self.case)
        self.now = self.plan.now

    def event(self, kind, **values):
        """A line of the case's story that is not saved yet."""
        return CaseEvent(
            case=self.case, by=self.user, at=self.now, kind=kind, batch=self.batch, **values
        )

    def tell(self, kind, **values):
        """Add to the story of the case."""
        event = self.event(kind, **values)
        event.save()
        return event

    def turn(self, row, state, reason="", **values):
        """Put an item into another state, and give the line that tells it. Saves neither."""
        event = self.event(
            CaseEvent.Kind.ITEM,
            step_key=row.step_key,
            item_key=row.item_key,
            round=row.round,
            before=row.state,
            after=state,
            reason=reason,
            version=row.version + 1,
            **values,
        )
        row.state, row.reason, row.version = state, reason, row.version + 1
        row.changed_by, row.changed_at = self.user, self.now
        return event


@contextmanager
def changing(case, user, *, ended_too=False, allowed=may_work_on):
    """A transaction in which the case is this person's to change.

    :param allowed: whose it is, by person and case; by being in the team if nothing else is said.
    :raises PermissionDenied: for all others.
    :raises CaseClosedError: where the case has ended.
    """
    with transaction.atomic():
        locked = Case.objects.locked(case.pk)
        if not allowed(user, locked):
            raise PermissionDenied
        if not locked.goes_on and not ended_too:
            raise CaseClosedError
        change = Change(locked, user)
        yield change
        record(Verb.CHANGED, locked, actor=user)
