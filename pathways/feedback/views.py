"""The form has an address of its own, so that pages of guidance need no token and stay cached."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from pathways.models import StepPage
from pathways.reading.links import Link
from pathways.reading.surroundings import languages_of_address, surroundings

from .answers import TooMany, take
from .form import FeedbackForm, new_ticket

ASKED = "clear"


@never_cache
def feedback(request, key):
    """Ask, take the answer, thank."""
    steps = StepPage.objects.live().select_related("locale")
    step = steps.filter(key=key, locale__language_code=get_language()).first()
    if step is None:
        raise Http404
    if not all(known.accept_request(request) for known in step.get_view_restrictions()):
        return redirect(step.get_url(request))
    if request.method == "POST":
        return _answered(request, step)
    if "thanks" in request.GET:
        return _page(request, step, None)
    asked = request.GET.get(ASKED)
    initial = {"clear": asked if asked in ("yes", "no") else None, "ticket": new_ticket()}
    return _page(request, step, FeedbackForm(initial=initial))


def _answered(request, step):
    form = FeedbackForm(request.POST)
    if form.is_valid():
        try:
            take(form=form, step=step)
        except TooMany:
            form.add_error(None, _("Many answers have just come in. Please send it in an hour."))
            return _page(request, step, form, status=429)
        return redirect(f"{reverse('pathways:feedback', args=[step.key])}?thanks")
    if form.has_error("__all__", code="ticket"):
        form.data = form.data.copy()
        form.data["ticket"] = new_ticket()
    return _page(request, step, form)


def _page(request, step, form, status=200):
    around = surroundings(step, request)
    languages = languages_of_address(
        request,
        "pathways:feedback",
        step.key,
        only={version["code"] for version in around["languages"]},
        keep={},
    )
    link = Link(step.title, step.get_url(request))
    context = {
        "form": form,
        "step": link,
        "lang": step.locale.language_code,
        "breadcrumbs": [*around["breadcrumbs"], link],
        "languages": languages,
        "submit": _("Send the answer"),
    }
    return render(request, "pathways/feedback.html", context, status=status)
