"""What a change of milestones does to dates: “from it counts …”, “moves from … to …”."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .said import Said
from .when import day_said


@dataclass(frozen=True)
class Effect:
    """An item whose date comes, moves or goes. A day is None where there is no date."""

    text: Said
    step: Said
    before: str
    after: str

    @property
    def words(self):
        values = {"item": self.text, "before": self.before, "after": self.after}
        if not self.before:
            return _("%(item)s: %(after)s") % values
        if not self.after:
            return _("%(item)s: no date any more, it waits") % values
        return _("%(item)s: from %(before)s to %(after)s") % values


def effects(before, after, wording) -> list[Effect]:
    """Open items whose date is another one in the second plan.

    :param before: a plan; :param after: the plan of the same case with other facts.
    """
    found = []
    for item in after.items:
        earlier = before.item(*item.place)
        if item.is_settled or earlier is None or earlier.by == item.by:
            continue
        found.append(
            Effect(
                text=wording.item(item.step.key, item.node.key),
                step=wording.step(item.step.key),
                before=_said(earlier),
                after=_said(item),
            )
        )
    return found


def _said(item):
    return day_said(item.by, item.today) if item.by else ""
