"""A person's calendar address, the calendar itself, and the mail a day."""

import hashlib

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from accounts.access_log import record
from accounts.models.access_entry import Verb
from cases.calendars import calendar_of
from cases.models import CalendarKey, DailyMail
from cases.notices import Notice, tell, told
from cases.reading.mine.outward import days_of
from cases.services.outward import choose_daily_mail, new_calendar_key, revoke_calendar_key

from .access import of_team


@of_team
def outward(request):
    """Whether there is an address, and whether a mail comes each day."""
    return _page(request)


def _page(request, secret=""):
    address = ""
    if secret:
        address = settings.BASE_URL.rstrip("/") + reverse("cases:calendar", args=[secret])
    context = {
        "has_key": CalendarKey.objects.filter(user=request.user).exists(),
        "address": address,
        "wants_mail": not DailyMail.objects.filter(user=request.user, wanted=False).exists(),
        "notices": told(request),
    }
    return render(request, "cases/outward.html", context)


@require_POST
@of_team
def make(request):
    """A new address, shown this once."""
    return _page(request, new_calendar_key(request.user))


@require_POST
@of_team
def revoke(request):
    """The address is good no longer."""
    revoke_calendar_key(request.user)
    tell(request, Notice(_("The address is good no longer.")))
    return redirect("cases:outward")


@require_POST
@of_team
def daily_mail(request):
    """A mail a day, or none."""
    wanted = request.POST.get("wanted") == "yes"
    choose_daily_mail(request.user, wanted)
    words = _("You get a mail on working days.") if wanted else _("You get no mail a day.")
    tell(request, Notice(words))
    return redirect("cases:outward")


@require_safe
@cache_control(private=True, no_cache=True)
def calendar(request, secret):
    """The calendar of whoever has the address: whoever knows the secret is let in."""
    key = CalendarKey.objects.of(secret)
    if key is None:
        raise Http404
    body = calendar_of(days_of(key.user), key)
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response.headers["ETag"] = etag
    response = get_conditional_response(request, etag=etag, response=response)
    if response.status_code == 200:
        record(Verb.EXPORTED, key, actor=key.user)
    return response
