"""A method, template or article, opened from an item of a case, with the way back to it."""

from dataclasses import replace

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from accounts.visibility import reader_of
from cases.reading.case.cover import cover_of
from cases.reading.tasks.guidance import library_page
from cases.reading.tasks.item import crumbs
from cases.reading.words.said import Wording
from cases.work.load import plan_of
from pathways.reading.links import Link
from pathways.reading.places import CameFrom
from pathways.reading.views import context_of

from .access import of_case_to_read


@of_case_to_read
def guidance(request, case, kind, key):
    """The page of the library as it is now: only the pathway itself has editions."""
    page = library_page(kind, key, get_language(), reader_of(request))
    if page is None:
        raise Http404
    plan = plan_of(case)
    wording = Wording(plan.procedure)
    cover = cover_of(plan, wording)
    context = context_of(page.specific, request)
    back = _back(request, plan, cover, wording)
    view = replace(context["view"], came_from=back, places=[])
    around = {"view": view, "breadcrumbs": crumbs(cover), "cover": cover}
    return render(request, page.specific.get_template(request), context | around)


def _back(request, plan, cover, wording):
    """Back to the item that led here, where the case has it; otherwise to the case."""
    number = request.GET.get("round", "")
    place = request.GET.get("step", ""), request.GET.get("item", "")
    item = plan.item(*place, int(number)) if number.isdecimal() else None
    if item is None:
        return CameFrom(cover.link, Link(cover.pathway, cover.url), "", 0, "")
    address = reverse("cases:step", args=[plan.case.pk, item.step.key])
    title = wording.step(item.step.key)
    back = Link(title, f"{address}?round={number}#item-{item.node.key}", title.lang)
    here = Link(cover.name, cover.url)
    return CameFrom(back, here, item.step.number, len(plan.steps), "")
