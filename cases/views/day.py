"""My day, the team's cases, and finding one."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import Team
from cases.forms.opening import FindForm
from cases.models import Case
from cases.notices import told
from cases.reading.mine.day import case_lines, day_of
from cases.reading.mine.handing_over import questions_to
from cases.reading.mine.news import news_for
from cases.work.behind import asked_to_move
from cases.work.load import plans_of

from .access import of_team
from .paging import page_of

SHOWS = ("open", "mine", "closed")
MOST_FOUND = 20


@of_team
def my_day(request):
    """What presses, what comes, what waits."""
    mine = Case.objects.worked_on_by(request.user).held_by(request.user)
    context = {
        "day": day_of(request.user),
        "questions": questions_to(request.user),
        "news": news_for(request.user),
        "changed": asked_to_move(mine).count(),
        "leads": Team.objects.led_by(request.user).exists(),
        "find": FindForm(),
        "notices": told(request),
    }
    return render(request, "cases/my_day.html", context)


@of_team
def cases(request):
    """The cases of my teams: open ones, mine, or those that have ended."""
    show = request.GET.get("show")
    show = show if show in SHOWS else SHOWS[0]
    found = Case.objects.worked_on_by(request.user).for_work()
    found = found.closed() if show == "closed" else found.open()
    if show == "mine":
        found = found.held_by(request.user)
    page = page_of(request, found)
    context = {
        "show": show,
        "changed": asked_to_move(Case.objects.worked_on_by(request.user)).count(),
        "page_of_cases": page,
        "lines": case_lines(plans_of(page.object_list)),
        "find": FindForm(),
        "notices": told(request),
    }
    return render(request, "cases/cases.html", context)


@require_POST
@of_team
def find(request):
    """A case by its reference or record number. One that is found alone is opened."""
    form = FindForm(request.POST)
    lines, words = [], ""
    if form.is_valid():
        words = form.cleaned_data["words"]
        found = Case.objects.worked_on_by(request.user).found_by(words).for_work()
        found = list(found[:MOST_FOUND])
        if len(found) == 1:
            return redirect("cases:case", found[0].pk)
        lines = case_lines(plans_of(found))
    context = {
        "find": form,
        "lines": lines,
        "nothing": bool(words) and not lines,
        "title": _("Find a case"),
    }
    return render(request, "cases/find.html", context)
