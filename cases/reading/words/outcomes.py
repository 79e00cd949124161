"""What came of a change, in sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import CaseItem
from cases.notices import Notice
from cases.services.changing import CaseChangedMeanwhile
from cases.work.parts import Why

from .effects import effects
from .said import Wording
from .stale import stale_words
from .when import day_said, moment_said


def notices_of(before, after, ticked, unreadable=()) -> list[Notice]:
    """What ticking did and what it did not do.

    :param before: the plan before; :param after: the plan now.
    """
    wording = Wording(after.procedure)
    said = []
    if ticked.changed or ticked.just_before:
        said.append(_changed(before, after, ticked, wording))
    elif ticked.as_before and not ticked.conflicts and not ticked.refused:
        said.append(Notice(_("Nothing was left to change: it stood like that already.")))
    said += [_conflict(refused, after, wording) for refused in ticked.conflicts]
    said += [_refused(refused, wording) for refused in ticked.refused]
    for name in unreadable:
        step, item, _number = name.split("/")
        words = {"item": wording.item(step, item)}
        said.append(Notice(_("Not ticked: %(item)s. The day cannot be read.") % words, False))
    return said


def _changed(before, after, ticked, wording):
    rows = [*ticked.just_before, *ticked.changed]
    if len(rows) == 1:
        words = {
            "item": wording.item(rows[0].step_key, rows[0].item_key),
            "state": CaseItem.State(rows[0].state).label,
        }
        text = _("Saved: %(item)s. Now: %(state)s.") % words
    else:
        text = ngettext("%(count)s item saved.", "%(count)s items saved.", len(rows)) % {
            "count": len(rows)
        }
    details = []
    for milestone in ticked.milestones:
        words = {
            "milestone": wording.milestone(milestone.kind),
            "day": day_said(milestone.day, after.today),
        }
        details.append(_("%(milestone)s: %(day)s.") % words)
    moved = effects(before, after, wording)
    if moved:
        details.append(_("Dates that follow from it:"))
        details += [effect.words for effect in moved]
    batches = " ".join(map(str, ticked.batches))
    return Notice(text, batches=batches, details=details)


def _conflict(refused, plan, wording):
    row = refused.row
    if row is None:  # nobody has touched it: it was no form of ours that was sent
        return Notice(stale_words(CaseChangedMeanwhile(), plan), went_well=False)
    words = {
        "item": wording.item(refused.wanted.step, refused.wanted.item),
        "person": row.changed_by,
        "when": moment_said(row.changed_at, plan.now),
        "state": CaseItem.State(row.state).label,
    }
    return Notice(
        _(
            "Not changed: %(item)s. %(person)s was there before you, %(when)s. Now: %(state)s. "
            "Look again, and change it if it is wrong."
        )
        % words,
        went_well=False,
    )


def _refused(refused, wording):
    item = wording.item(refused.wanted.step, refused.wanted.item)
    reasons = [refused.words] if refused.words else []
    for wait in refused.waits:
        if wait.why == Why.CONSENT:
            reasons.append(_("It needs the consent: %s.") % wording.consent(wait.slug))
        else:
            reasons.append(_("It waits for: %s.") % wording.milestone(wait.slug))
    words = {"item": item, "reasons": " ".join(reasons)}
    return Notice(_("Not ticked: %(item)s. %(reasons)s") % words, went_well=False)
