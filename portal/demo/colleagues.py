"""What goes on between colleagues in the demo team."""

from datetime import timedelta

from accounts.models import Team
from cases.services.absence import be_away
from cases.services.emergency import open_in_emergency
from cases.services.handing_over import accept, ask
from cases.work.clock import today_for
from cases.work.load import plan_of


def passed_around(cases, worker, lead, night_worker):
    """What happens between colleagues: a question, a phase of another, an absence, an emergency.

    :param cases: two cases of the worker and one of the lead.
    """
    whole, shared, hers = cases
    team = whole.team
    ask(case=hers, user=lead, person=worker, team=team)
    phase = plan_of(shared).here.place.phase.key
    ask(case=shared, user=worker, person=lead, team=team, area=phase)
    accept(case=shared, user=lead, handover=shared.handovers.get())
    night = Team.objects.of(night_worker).get()
    ask(case=whole, user=worker, person=night_worker, team=night)
    open_in_emergency(
        user=night_worker,
        reference=shared.reference,
        reason="Der blev ringet i nat, og ingen i teamet var på arbejde",
        hours=24,
    )
    today = today_for(team)
    be_away(
        user=lead,
        person=lead,
        team=team,
        substitute=worker,
        first_day=today + timedelta(days=3),
        last_day=today + timedelta(days=7),
    )
