"""All screens of cases, with an example of each to ask for."""

from django.urls import reverse
from django.utils.translation import override

from cases.urls import urlpatterns

ABOUT_NO_CASE = {
    "my_day",
    "cases",
    "open",
    "find",
    "news_seen",
    "consultations",
    "changed",
    "absence",
    "absence_end",
    "leaving",
    "emergency",
    "accept_all",
    "outward",
    "calendar_make",
    "calendar_revoke",
    "daily_mail",
    "calendar",
    "retention",
    "erased",
    "retention_change",
}
# There for whoever asked, or while cases are behind: tests of their own ask for them.
ABOUT_MOVES = {"changed_pathway", "move_many", "move", "move_back"}
FOR_LEADS = {"team", "team_csv", "team_figures"}
FOR_PARTNERS = {"shared", "shared_case"}
OF_OTHERS = ABOUT_MOVES | FOR_LEADS | FOR_PARTNERS
ONLY_POST = {
    "find",
    "tick",
    "undo",
    "branch",
    "rounds",
    "set_aside",
    "reopen",
    "milestone_take_back",
    "news_seen",
    "calendar_make",
    "calendar_revoke",
    "daily_mail",
    "held_download",
    "accept_all",
    "absence_end",
    "emergency_end",
    "handover_accept",
    "handover_refuse",
    "handover_recall",
    "milestone_counts",
    "contact_take_back",
    "resume",
    "deadline_met",
    "deadline_drop",
    "sharing_end",
}
# Asked with what they need; an empty form is answered in another way.
FORMS = {"undo": {"batch": "4be0643f-1d98-573b-97cd-ca98a65347dd"}, "rounds": {"number": "2"}}
KEYS = {
    "step": "calling-meeting",
    "item": "choose-participants",
    "number": 1,
    "round": 1,
    "key": "it-backpack",
    "move": 0,
    "sharing": 0,
    "secret": "no-such-secret",
    "outcome": "no-contact",
    "day": "2026-01-01",
}


def names():
    return [pattern.name for pattern in urlpatterns if pattern.name not in OF_OTHERS]


def address(name, case=None, language="da", **more):
    """The address of a screen about a case."""
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    values = KEYS | {"handover": 0, "absence": 0, "emergency": 0} | {"case": case.pk if case else 0}
    kinds = {
        "guidance": "method",
        "consent_new": "external-information",
        "milestone_new": "assignment",
        "milestone_plan": "coordinating-meeting",
    }
    values["kind"] = kinds.get(name, "")
    if case:
        values["milestone"] = getattr(case.milestones.first(), "pk", 0)
        values["handover"] = getattr(case.handovers.first(), "pk", 0)
        values["deadline"] = getattr(case.deadlines.first(), "pk", 0)
        values["contact"] = getattr(case.contacts.first(), "pk", 0)
        values["sharing"] = getattr(case.sharings.first(), "pk", 0)
        values["consent"] = getattr(case.consents.first(), "pk", 0)
    wanted = pattern.pattern.converters
    with override(language):
        return reverse(f"cases:{name}", kwargs={n: (values | more)[n] for n in wanted})


def ask(client, name, case=None, **more):
    """Ask for a screen as its links and buttons do."""
    if name in ONLY_POST:
        return client.post(address(name, case, **more), FORMS.get(name, {}))
    return client.get(address(name, case, **more))
