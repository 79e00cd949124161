"""My team, for those who lead one: its cases in a table, and how the work stands."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.access_log import record
from accounts.models import Team
from accounts.models.access_entry import Verb
from cases.forms.team import TeamFilterForm
from cases.notices import told
from cases.permissions import leading
from cases.reading.case.sheet import sheet_of
from cases.reading.team.figures import figures_view
from cases.reading.team.table import (
    cases_of,
    csv_address,
    headings,
    lines_of,
    pathways_of,
    query_of,
    write_csv,
)
from cases.work.load import plan_of

from .access import of_case, of_team
from .paging import page_of


def _of_lead(view):
    """For whoever leads a team; other members are refused."""

    @of_team
    def answer(request):
        if not leading(request.user):
            raise PermissionDenied(_("Only whoever leads a team sees how it stands."))
        return view(request)

    return answer


@_of_lead
def team(request):
    """The team's cases, chosen and sorted."""
    form, chosen = _asked(request)
    page = page_of(request, cases_of(form.team, chosen))
    context = {
        "form": form,
        "team": form.team,
        "chosen": chosen,
        "headings": headings(chosen),
        "page_of_cases": page,
        "lines": lines_of(page.object_list),
        "query": query_of(chosen),
        "csv_url": csv_address(chosen),
        "notices": told(request),
    }
    return render(request, "cases/team.html", context)


@_of_lead
def team_csv(request):
    """The same table as a file."""
    form, chosen = _asked(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="cases.csv"'
    response.write("\ufeff")  # or spreadsheets guess the letters
    write_csv(response, cases_of(form.team, chosen))
    record(Verb.EXPORTED, form.team)
    return response


@_of_lead
def team_figures(request):
    """How the work of the team stands, in numbers."""
    form, _chosen = _asked(request)
    record(Verb.VIEWED, form.team)
    context = {"form": form, "team": form.team} | figures_view(form.team)
    return render(request, "cases/team_figures.html", context)


def _asked(request):
    teams = Team.objects.led_by(request.user).order_by("name")
    asked = request.GET.get("team", "")
    team = teams.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 16 else None
    team = team or teams[0]
    form = TeamFilterForm(request.GET, teams=teams, team=team, pathways=pathways_of(team))
    return form, form.chosen()


@of_case
def sheet(request, case):
    """A sheet of the case for a meeting."""
    return render(request, "cases/sheet.html", sheet_of(plan_of(case)))
