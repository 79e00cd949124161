"""Whose a case or a phase is, and making it somebody else's inside a change."""

from cases.models import CaseArea, CaseHandover, CaseItem

State = CaseHandover.State


def holder(change, area):
    """Id of whoever is responsible for a phase, or for the whole case."""
    person = change.plan.facts.areas.get(area) if area else None
    return person.pk if person else change.case.responsible_id


def move(change, person, team, area):
    """Make it the person's; gives whose it was."""
    case = change.case
    if area:
        before = change.plan.facts.areas.get(area) or case.responsible
        mine = CaseArea.objects.filter(case=case, phase_key=area)
        if person.pk == case.responsible_id:
            mine.delete()
        elif not mine.update(responsible=person):
            CaseArea.objects.create(case=case, phase_key=area, responsible=person)
        return before
    before, case.responsible = case.responsible, person
    CaseArea.objects.filter(case=case, responsible=person).delete()
    if team.pk != case.team_id:
        _to_other_team(change, team)
    case.version += 1
    case.save()
    return before


def _to_other_team(change, team):
    """What the old team's people had in the case is the new person's, and no question is left."""
    case = change.case
    case.team = team
    CaseArea.objects.filter(case=case).delete()
    given = CaseItem.objects.filter(case=case, assigned_to__isnull=False)
    given.exclude(assigned_to__memberships__in=_members(team)).update(assigned_to=None)
    case.handovers.filter(state=State.ASKED).exclude(area="").update(state=State.RECALLED)


def _members(team):
    return team.memberships.current()
