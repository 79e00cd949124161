"""Moving many cases: asked for by somebody, done one after the other by a worker.

Each case is one transaction, together with its row here: whatever dies in between, a case has
moved or has not, and what is left is taken up again.
"""

import logging

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.models import CaseMove, MovingCase
from pathways.models import PathwayEdition

from .changing import CaseClosedError
from .editions import move_case
from .undo import undo

logger = logging.getLogger(__name__)
State, Why = MovingCase.State, MovingCase.Why


@transaction.atomic
def ask_for_move(*, user, edition, cases, form_token) -> CaseMove:
    """Put cases on their way to an edition.

    :param cases: a queryset of cases that the person may see.
    :param form_token: of the form: posted twice, it asks once.
    :raises ValidationError: where there are none, or the edition is not in force any more.
    """
    before = CaseMove.objects.filter(form_token=form_token, asked_by=user).first()
    if before is not None:
        return before
    if not PathwayEdition.objects.in_force().filter(pk=edition.pk).exists():
        raise ValidationError(Why.WITHDRAWN.label, code=Why.WITHDRAWN)
    wanted = list(cases.worked_on_by(user).order_by("pk").values_list("pk", flat=True))
    if not wanted:
        raise ValidationError(_("Choose at least one case."))
    move = CaseMove.objects.create(
        edition=edition, asked_by=user, asked_at=timezone.now(), form_token=form_token
    )
    MovingCase.objects.bulk_create(MovingCase(move=move, case_id=pk) for pk in wanted)
    _call_worker()
    return move


@transaction.atomic
def bring_back(*, move):
    """Put all that were moved on their way back."""
    found = move.cases.filter(state=State.MOVED)
    if found.update(state=State.RETURNING):
        _call_worker()


def go_on() -> int:
    """Do what is left to do of all moves. Safe to call at any time, and by several workers.

    :returns: how many cases were seen to.
    """
    waiting = MovingCase.objects.to_do().order_by("pk").values_list("pk", flat=True)
    return sum(_see_to(pk) for pk in list(waiting))


def _see_to(pk):
    with transaction.atomic():
        rows = MovingCase.objects.to_do().select_for_update(of=("self",))
        rows = rows.select_related("case", "move__edition", "move__asked_by")
        row = rows.filter(pk=pk).first()
        if row is None:
            return False  # another worker was here
        _bring(row)
        row.save(update_fields=["state", "why", "batch"])
        return True


def _bring(row):
    is_back = row.state == State.RETURNING
    row.state = State.KEPT if is_back else State.REFUSED
    try:
        with transaction.atomic():
            _back(row) if is_back else _there(row)
    except DatabaseError:
        raise
    except CaseClosedError:
        row.why = Why.ENDED
    except PermissionDenied:
        row.why = Why.NOT_YOURS
    except ValidationError as error:
        row.why = getattr(error, "code", None) or Why.CHANGED
    except Exception:  # one case in trouble holds up no other; the log has the reason
        logger.exception("Case %s could not be moved.", row.case_id)
        row.why = Why.TROUBLE


def _there(row):
    row.batch = move_case(case=row.case, user=row.move.asked_by, edition=row.move.edition)
    row.state = State.MOVED


def _back(row):
    if row.batch is not None:
        undo(case=row.case, user=row.move.asked_by, batches=[row.batch])
    row.state = State.RETURNED


def _call_worker():
    """At once rather than at the next minute, which would come by itself."""
    from cases.tasks import move_cases  # which needs what is above

    transaction.on_commit(move_cases.enqueue)
