"""Cases to show and to test with, in every state: made by what case workers do, day by day.

Traits are named arguments: ``make_case(user, until="first-meeting", visit_declined=True)``.
"""

from datetime import timedelta

from accounts.models import Team
from cases.models import CaseItem
from cases.services.branches import take_branch
from cases.services.closing import close_case
from cases.services.consents import give_consent, withdraw_consent
from cases.services.contacts import note_contact
from cases.services.deadlines import set_deadline
from cases.services.milestones import record_milestone
from cases.services.opening import open_case
from cases.services.pausing import pause_case
from cases.services.sharing import share
from cases.work.clock import today_for
from cases.work.load import plan_of
from portal.demo.daily_work import bring, give_next, spread, work_through

PATHWAY = "outreach-casework"
CONSENT = "external-information"
MEETING = "coordinating-meeting"


def make_case(
    user,
    *,
    pathway=PATHWAY,
    team=None,
    days_ago=30,
    until=None,
    pace=2,
    consent=False,
    consent_ends_in=None,
    withdrawn=False,
    visit_declined=False,
    set_aside=(),
    meeting_in=None,
    begun=(),
    given_to=None,
    attempts=(),
    deadlines=(),
    paused_for=None,
    shown_to=None,
    closed="",
    **cover,
):
    """A case in the state that its traits say.

    :param int days_ago: when it began.
    :param until: key of the step at which the work stands; all before it is done. ``end``: all.
    :param int pace: days between milestones.
    :param consent: to information from outside; ``withdrawn``: and taken back today.
    :param visit_declined: the side track 4.1 was taken.
    :param int meeting_in: days until the first coordinating meeting, which is planned.
    :param set_aside: items (``step/item``) that are not relevant; ``begun``: in progress.
    :param given_to: a colleague who does the next open item.
    :param attempts: to reach the client, in vain: ``[(channel, days ago), …]``.
    :param deadlines: of its own: ``[(text, in how many days), …]``.
    :param int paused_for: days for which it stands still from today on.
    :param shown_to: a partner that is shown all general facts for thirty days.
    :param str closed: the outcome in which it ended, on the day of its closing milestone.
    """
    team = team or Team.objects.of(user).first()
    started = today_for(team) - timedelta(days=days_ago)
    case = open_case(
        user=user,
        pathway=pathway,
        team=team,
        started_on=started,
        **{"responsible": user, "record_number": f"S-{started:%y%m}-{days_ago}"} | cover,
    )
    if consent:
        ends = None
        if consent_ends_in is not None:
            ends = today_for(team) + timedelta(days=consent_ends_in)
        agreed = consent_to(case, user, started, ends_on=ends)
    if until:
        work_through(case, user, until=until, first_day=started, pace=pace)
    if meeting_in is not None:
        day = today_for(team) + timedelta(days=meeting_in)
        record_milestone(case=case, user=user, kind=MEETING, number=1, day=day, planned=True)
    for name in set_aside:
        bring(case, user, name, CaseItem.State.NOT_RELEVANT, reason="Ikke nødvendigt her")
    for name in begun:
        bring(case, user, name, CaseItem.State.IN_PROGRESS)
    if visit_declined:
        take_branch(
            case=case, user=user, step="contact", branch="visit-declined", day=today_for(team)
        )
    for channel, ago in attempts:
        try_to_reach(case, user, channel, ago)
    for text, days in deadlines:
        day = today_for(team) + timedelta(days=days)
        set_deadline(case=case, user=user, day=day, text=text)
    if paused_for is not None:
        pause(case, user, paused_for)
    if withdrawn:
        withdraw_consent(case=case, user=user, consent=agreed, seen=1, day=today_for(team))
    if given_to:
        give_next(case, user, given_to)
    if shown_to:
        show_to(case, user, shown_to)
    spread(case, started)
    if closed:
        end_case(case, user, closed)
    return case


def try_to_reach(case, user, channel, ago):
    """An attempt in vain."""
    day = today_for(case.team) - timedelta(days=ago)
    note_contact(case=case, user=user, day=day, channel=channel, reached=False)


def pause(case, user, days):
    """Let it stand still from today on."""
    since = today_for(case.team)
    until = since + timedelta(days=days)
    pause_case(case=case, user=user, since=since, until=until, reason="Borgeren er indlagt")


def end_case(case, user, outcome):
    """End it on the day of its closing milestone, or today where it never came that far."""
    plan = plan_of(case)
    ended = [milestone.day for milestone in plan.milestones_of(plan.procedure.closing)]
    close_case(
        case=case,
        user=user,
        outcome=outcome,
        day=ended[0] if ended else plan.today,
        reason="Forløbet er slut",
        deviation="Ikke længere aktuelt",
    )
    case.refresh_from_db()


def consent_to(case, user, day, *, kind=CONSENT, ends_on=None):
    """A consent as it is written down."""
    terms = {
        "covers": "Status og indsatser, som samtykkeerklæringen nævner",
        "from_whom": "Bostøtten",
        "to_whom": "Den fremskudte sagsbehandler",
        "purpose": "At belyse behovet for støtte",
        "how": "signed",
        "given_on": day,
        "ends_on": ends_on,
        "kept_at": "I journalen under samtykker",
    }
    return give_consent(case=case, user=user, kind=kind, terms=terms)


def show_to(case, user, organisation, *, days=30, **terms):
    """An agreement with the client about what a partner may know."""
    today = today_for(case.team)
    agreed = {
        "organisation": organisation,
        "label": "B-12",
        "shows_meetings": True,
        "shows_theme": True,
        "shows_state": True,
        "theme": "Overblik over økonomien",
        "agreed_on": today,
        "consent": None,
        "until": today + timedelta(days=days),
    }
    return share(case=case, user=user, terms=agreed | terms)
