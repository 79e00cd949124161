"""Giving an item to somebody in the team."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseEvent, CaseItem
from cases.permissions import may_be_given_work

from .changing import changing
from .following import refuse_other_work


def assign_item(*, case, user, step, item, number=1, person):
    """Give an item to somebody in the team, or back to whoever is responsible (None).

    :raises ValidationError: where the person is not in the team, or there is no such item.
    """
    with changing(case, user, ended_too=True) as change:
        refuse_other_work(change, [(step, item, number)])
        found = change.plan.item(step, item, number)
        if found is None:
            raise ValidationError(_("This item is not in the case’s edition."))
        if person is not None and not may_be_given_work(person, change.case.team):
            raise ValidationError(_("%(person)s is not in this team.") % {"person": person})
        row = found.row or CaseItem(case=change.case, step_key=step, item_key=item, round=number)
        if row.assigned_to_id == (person.pk if person else None):
            return row
        row.assigned_to = person
        row.changed_by, row.changed_at = user, change.now
        row.version += 1
        row.save()
        change.tell(
            CaseEvent.Kind.ASSIGNED,
            step_key=step,
            item_key=item,
            round=number,
            person=person,
            version=row.version,
        )
        return row
