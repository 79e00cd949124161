"""What somebody may try in a case, at random, and whether the rules of a case allow it.

Each act looks at the case as its screens show it and gives an :class:`Act`: a raw request, and
whether it must change the case. The rules are told here in their own words, so that a slip in a
service is not repeated.
"""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta

from cases.models import CaseHandover
from cases.work.load import plan_of
from pathways.models import Channel

PERSONAL_NUMBER = "070761-4285"
REASONS = ("Kanarifugl", "", PERSONAL_NUMBER)


@dataclass(frozen=True)
class Act:
    """A request by somebody.

    :ivar str name: of the address.
    :ivar bool is_allowed: whether it must change something; if not, it must change nothing.
    """

    name: str
    person: object
    is_allowed: bool
    data: dict = field(default_factory=dict)
    more: dict = field(default_factory=dict)


class Scene:
    """A case as somebody finds it before they act."""

    def __init__(self, dice, case, people):
        case.refresh_from_db()
        self.dice, self.case, self.plan = dice, case, plan_of(case)
        self.today = self.plan.today
        self.people = people
        self.person = dice.choice(people)

    def is_member(self, person):
        return person.memberships.filter(team=self.case.team).exists()

    @property
    def is_ours(self):
        return self.is_member(self.person)

    @property
    def may_change(self):
        return self.is_ours and self.case.state == "open"

    def may_touch(self, item):
        return self.is_ours and (self.case.state == "open" or item.is_follow_up)

    def day(self):
        """Mostly one that can be, and whether it can."""
        days = (self.today - self.case.started_on).days
        if self.dice.random() < 0.2:
            return self.today + timedelta(self.dice.choice((9, -days - 3))), False
        return self.today - timedelta(self.dice.randint(0, days)), True

    def reason(self):
        reason = self.dice.choice(REASONS) if self.dice.random() < 0.4 else REASONS[0]
        return reason, reason == REASONS[0]

    def seen(self, version):
        """Mostly the version that is there, and whether it is."""
        return (version, True) if self.dice.random() < 0.8 else (version + 7, False)


def tick(scene):
    near = [item for item in scene.plan.items if not item.is_settled]
    if not near:
        return None
    item = scene.dice.choice(near[:12] + scene.dice.sample(near, 1))
    version, is_fresh = scene.seen(item.version)
    day, can_be = scene.day() if item.node.records else (None, True)
    name = "/".join(map(str, item.place))
    data = {f"seen-{name}": f"{item.state}:{version}", "tick": name}
    if day:
        data[f"day-{name}"] = day.isoformat()
    allowed = scene.may_touch(item) and is_fresh and can_be and not item.waits
    return Act("tick", scene.person, allowed, data)


def untick(scene):
    done = [item for item in scene.plan.items if item.is_done]
    if not done:
        return None
    item = scene.dice.choice(done)
    version, is_fresh = scene.seen(item.version)
    data = {f"seen-{'/'.join(map(str, item.place))}": f"done:{version}"}
    return Act("tick", scene.person, scene.may_touch(item) and is_fresh, data)


def set_aside(scene):
    item = scene.dice.choice(scene.plan.items)
    version, is_fresh = scene.seen(item.version)
    reason, is_told = scene.reason()
    step, key, number = item.place
    row = item.row
    data = {
        "seen": version,
        "state": "not_relevant",
        "reason": reason,
        "assigned_to": row.assigned_to_id or "" if row else "",
    }
    as_before = item.state == "not_relevant" and row.reason == reason
    allowed = scene.may_touch(item) and is_fresh and is_told and not as_before
    return Act("item", scene.person, allowed, data, {"step": step, "item": key, "number": number})


def record(scene):
    """A milestone that is put on another day."""
    milestone = scene.case.milestones.filter(planned=False).order_by("?").first()
    if milestone is None or milestone.kind in scene.plan.procedure.counts_hours_from:
        return None
    version, is_fresh = scene.seen(milestone.version)
    day, can_be = scene.day()
    allowed = scene.may_change and is_fresh and can_be and day != milestone.day
    data = {"seen": version, "day": day.isoformat()}
    return Act("milestone_correct", scene.person, allowed, data, {"milestone": milestone.pk})


def take_back(scene):
    milestone = scene.case.milestones.order_by("?").first()
    if milestone is None:
        return None
    version, is_fresh = scene.seen(milestone.version)
    more = {"milestone": milestone.pk}
    allowed = scene.may_change and is_fresh
    return Act("milestone_take_back", scene.person, allowed, {"seen": version}, more)


def contact(scene):
    """An attempt in vain."""
    day, can_be = scene.day()
    channel = scene.dice.choice([*Channel.values, "pigeon"])
    data = {
        "form_token": str(uuid.UUID(int=scene.dice.getrandbits(128), version=4)),
        "day": day.isoformat(),
        "channel": channel,
        "reached": "no",
    }
    allowed = scene.may_change and can_be and channel != "pigeon"
    return Act("contact_new", scene.person, allowed, data)


def pause(scene):
    since, can_be = scene.day()
    until = scene.today + timedelta(scene.dice.randint(-2, 9))
    reason, is_told = scene.reason()
    overlap = scene.case.pauses.filter(since__lte=until, until__gte=since).exists()
    makes_sense = until >= since and until >= scene.today and not overlap
    data = {"since": since.isoformat(), "until": until.isoformat(), "reason": reason}
    return Act("pause", scene.person, scene.may_change and can_be and makes_sense and is_told, data)


def resume(scene):
    paused = scene.case.pauses.filter(since__lte=scene.today, until__gte=scene.today).exists()
    return Act("resume", scene.person, scene.may_change and paused)


def close(scene):
    """Seldom, or no history would get far."""
    if scene.dice.random() < 0.6:
        return None
    day, can_be = scene.day()
    reason, is_told = scene.reason()
    outcome = scene.dice.choice([*scene.plan.procedure.outcomes, "made-up"])
    deviation = scene.dice.choice(("Kanarifugl", ""))
    answered = deviation or all(item.is_settled for item in scene.plan.needed)
    known = outcome != "made-up"
    allowed = bool(scene.may_change and can_be and is_told and answered and known)
    data = {"outcome": outcome, "day": day.isoformat(), "reason": reason, "deviation": deviation}
    return Act("close", scene.person, allowed, data)


def reopen(scene):
    return Act("reopen", scene.person, scene.is_ours and scene.case.state == "closed")


def ask(scene):
    other = scene.dice.choice(scene.people)
    membership = other.memberships.first()
    waiting = scene.case.handovers.filter(area="", state="asked").first()
    allowed = (
        scene.may_change
        and other != scene.person
        and membership is not None
        and membership.team.organisation_id == scene.case.team.organisation_id
        and other.pk != scene.case.responsible_id
        and waiting is None
    )
    data = {"person": membership.pk if membership else 0, "area": ""}
    return Act("hand_over", scene.person, allowed, data)


def _question(scene):
    return scene.case.handovers.order_by("?").first()


def _is_open(scene, question):
    return question.state == CaseHandover.State.ASKED and scene.case.state == "open"


def accept(scene):
    question = _question(scene)
    if question is None:
        return None
    allowed = scene.person == question.person and _is_open(scene, question)
    return Act("handover_accept", scene.person, allowed, more={"handover": question.pk})


def refuse(scene):
    question = _question(scene)
    if question is None:
        return None
    allowed = scene.person == question.person and _is_open(scene, question)
    return Act("handover_refuse", scene.person, allowed, more={"handover": question.pk})


def recall(scene):
    question = _question(scene)
    if question is None:
        return None
    mine = scene.person.pk in (question.asked_by_id, scene.case.responsible_id)
    leads = scene.person.memberships.filter(team=scene.case.team, lead=True).exists()
    allowed = scene.is_ours and (mine or leads) and _is_open(scene, question)
    return Act("handover_recall", scene.person, allowed, more={"handover": question.pk})


ACTS = (
    *(tick,) * 6,
    *(untick, set_aside, record, take_back, contact, pause, resume) * 2,
    *(close, reopen, ask, accept, refuse, recall) * 2,
)
