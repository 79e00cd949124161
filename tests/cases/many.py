"""Many cases at once."""

from datetime import timedelta

from cases.models import Case, CaseItem, CaseMilestone
from cases.work.clock import today_for
from pathways.models import PathwayEdition


def bulk_cases(number, team, person, first):
    """Cases in which sixty items were touched each, without the services: only to have many."""
    edition = PathwayEdition.objects.get(key="outreach-casework", number=1)
    day = today_for(team) - timedelta(days=9)
    cases = Case.objects.bulk_create(
        Case(
            reference=f"1999-{first + n:05d}",
            team=team,
            responsible=person,
            edition=edition,
            record_number=f"S-{first + n}",
            started_on=day,
            opened_by=person,
        )
        for n in range(number)
    )
    steps = edition.document().pathway.phases
    places = [
        (step.key, item.key) for phase in steps for step in phase.steps for item in step.items
    ]
    now = cases[0].opened_at
    CaseItem.objects.bulk_create(
        (
            CaseItem(
                case=case,
                step_key=step,
                item_key=item,
                state="to_do",
                changed_by=person,
                changed_at=now,
                version=1,
            )
            for case in cases
            for step, item in places[:60]
        ),
        batch_size=2000,
    )
    CaseMilestone.objects.bulk_create(
        CaseMilestone(case=case, kind=kind, day=day, recorded_by=person, recorded_at=now)
        for case in cases
        for kind in ("assignment", "first-contact")
    )
    return cases
