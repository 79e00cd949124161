"""Contacts: noting an attempt or a conversation, saying what counts, and taking one back."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cases.models import CaseContact, CaseEvent, CaseItem, CaseMilestone
from cases.work.ladder import rung_by
from pathways.identity import fresh_key
from pathways.models import Channel

from .changing import changing
from .items import Ticked, Wanted, bring
from .milestones import check_day, put_down, remove
from .rounds import begin_next

Kind = CaseEvent.Kind


@dataclass
class Noted:
    """What came of it: the contact, and the items that it ticked."""

    contact: CaseContact
    ticked: Ticked = field(default_factory=Ticked)


def note_contact(
    *, case, user, day, channel, reached, kind="", counts=True, note="", form_token=None
) -> Noted:
    """Note that somebody tried to reach the client.

    The rung of the ladder that was climbed with it is ticked. A conversation or meeting is
    recorded as the milestone that it was.

    :param kind: that milestone; only where the client was reached.
    :param counts: whether it counts towards the checkpoints.
    :raises ValidationError: by field.
    """
    with changing(case, user) as change:
        before = form_token and change.case.contacts.filter(form_token=form_token).first()
        if before:
            return Noted(before)
        _check(change, day, channel, reached, kind)
        noted = Noted(
            CaseContact(
                case=change.case,
                day=day,
                channel=channel,
                reached=reached,
                note=note,
                recorded_by=user,
                recorded_at=change.now,
                form_token=form_token,
            ),
            Ticked(batches=[change.batch]),
        )
        if kind:
            noted.contact.milestone = _conversation(change, kind, day, noted.ticked)
            if not counts:
                _say(change, noted.contact.milestone, counts=False)
        noted.contact.save()
        change.tell(Kind.CONTACT, subject=channel, after="reached" if reached else "", day=day)
        rung = rung_by(change.plan, channel)
        if rung is not None:
            bring(change, _done(rung, day), noted.ticked)
        return noted


def _check(change, day, channel, reached, kind):
    if channel not in Channel.values:
        raise ValidationError({"channel": _("Say how you tried.")})
    try:
        check_day(change.plan, day)
    except ValidationError as error:
        raise ValidationError({"day": error.messages}) from error
    if kind and not reached:
        raise ValidationError({"kind": _("It was a conversation only if you reached the client.")})
    if kind and kind not in change.plan.to_come:
        raise ValidationError({"kind": _("This cannot be recorded here, or has been before.")})


def _conversation(change, kind, day, ticked):
    """Record the milestone that a contact was: by the item that does, in its own round."""
    item = _item_for(change, kind)
    if item is None:
        again = kind in change.plan.procedure.repeating
        slot = f"contact/{fresh_key()}" if again else ""
        return put_down(change, kind=kind, slot=slot, number=1, day=day)[0]
    bring(change, _done(item, day), ticked)
    if ticked.refused:
        refused = ticked.refused[0]
        words = refused.words or _("It cannot start yet: look at what it waits for.")
        raise ValidationError({"kind": words})
    slot = change.plan.slot(item.step, item.node, item.round)
    return CaseMilestone.objects.get(case=change.case, kind=kind, slot=slot)


def _item_for(change, kind):
    """The open item that records it: where the work is, or in the next round; None without."""
    plan = change.plan
    here = _recording(plan.here.latest, kind) if plan.here else []
    steps = [s for s in plan.steps if _recording(s.latest, kind)]
    again = [s for s in steps if s.place.node.repeats_with == kind]
    if not here and again and (again == steps or plan.is_near(again[0].place)):
        if all(i.is_settled for turn in again[0].rounds for i in _recording(turn, kind)):
            begin_next(change, kind)
        steps = [change.plan.step(again[0].key)]
    elif kind in plan.procedure.repeating:
        steps = []
    items = here + [i for s in steps for turn in s.rounds for i in _recording(turn, kind)]
    return next((item for item in items if not item.is_settled and not item.waits), None)


def _recording(turn, kind):
    return [item for item in turn.items if item.node.records == kind]


def _done(item, day):
    step, key, number = item.place
    return Wanted(
        step=step, item=key, round=number, to=CaseItem.State.DONE, seen=item.version, day=day
    )


def count_conversation(*, case, user, milestone, counts):
    """Say whether a conversation counts towards the checkpoints."""
    with changing(case, user) as change:
        known = CaseMilestone.objects.filter(case=change.case, pk=milestone.pk).first()
        if known is None or known.kind not in change.plan.procedure.contacts:
            raise ValidationError(_("This pathway does not have that milestone."))
        if known.counts != counts:
            _say(change, known, counts=counts)


def _say(change, milestone, *, counts):
    milestone.counts = counts
    milestone.save(update_fields=["counts"])
    kind = Kind.COUNTED if counts else Kind.NOT_COUNTED
    change.tell(kind, subject=milestone.kind, day=milestone.day)


def take_back_contact(*, case, user, contact):
    """It was noted by mistake; the milestone that it was goes with it."""
    with changing(case, user) as change:
        known = change.case.contacts.filter(pk=contact).select_related("milestone").first()
        if known is None:
            return  # the same form, posted again
        if known.milestone is not None:
            remove(change, known.milestone)
        change.tell(Kind.CONTACT_TAKEN_BACK, subject=known.channel, day_before=known.day)
        known.delete()
