"""All that is held about a case, as one file to read."""

from io import BytesIO

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.permissions import may_read_log_of
from cases.reading.case.cover import cover_of
from cases.reading.case.log import entries_of, logged
from cases.reading.held.tables import held
from cases.reading.tasks.item import crumbs
from cases.reading.words.when import moment_written
from cases.work.load import plan_of
from pathways.pdf.render import to_pdf

from .access import of_case


@of_case
def everything(request, case):
    """What the file holds, and the button that makes it."""
    cover = cover_of(plan_of(case))
    return render(request, "cases/held.html", {"cover": cover, "breadcrumbs": crumbs(cover)})


@require_POST
@of_case
def download(request, case):
    """Make the file; it is kept nowhere. Who was in the case stands there for the lead only."""
    plan = plan_of(case)
    entries = entries_of(case) if may_read_log_of(request.user, case) else ()
    context = {
        "cover": cover_of(plan),
        "tables": held(plan),
        "entries": logged(entries, plan.now),
        "made": moment_written(plan.now),
        "by": request.user,
        "language": get_language(),
    }
    file = BytesIO()
    to_pdf(render_to_string("cases/held_file.html", context), file)
    record(Verb.EXPORTED, case)
    response = HttpResponse(file.getvalue(), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="case-{case.pk}.pdf"'
    return response
