"""How a case ends, and going on with one."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.forms.closing import CloseForm
from cases.notices import Notice, tell
from cases.reading.case.cover import cover_of
from cases.reading.tasks.item import crumbs
from cases.reading.words.said import Wording
from cases.services.closing import close_case, left_open, reopen_case
from cases.work.load import plan_of

from .access import of_case


@of_case
def close(request, case):
    """End the case in one of the pathway's outcomes."""
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    form = CloseForm(
        request.POST or None,
        outcomes=[(slug, wording.outcome(slug)) for slug in plan.procedure.outcomes],
        still_open={item.place: wording.of(item.node.text) for item in left_open(plan)},
        initial={"day": plan.today, "outcome": request.GET.get("outcome", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            ended = close_case(case=case, user=request.user, **form.values())
        except ValidationError as error:
            form.take(error)
        else:
            words = _("The case has ended.")
            if ended.follow_up_pending:
                words = _("The case has ended. What is to follow up comes in My day in its time.")
            tell(request, Notice(words))
            return redirect("cases:case", case.pk)
    cover = cover_of(plan, wording)
    context = {
        "cover": cover,
        "form": form,
        "breadcrumbs": crumbs(cover),
    }
    return render(request, "cases/close.html", context)


@require_POST
@of_case
def reopen(request, case):
    """Go on with a case that had ended."""
    reopen_case(case=case, user=request.user)
    tell(request, Notice(_("The case is open again.")))
    return redirect("cases:case", case.pk)
