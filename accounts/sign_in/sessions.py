"""A session ends by itself: after a while without a visit, and with the working day."""

import time

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.utils.translation import gettext as _

BEGAN, SEEN = "signed_in_at", "seen_at"
NOTED_EVERY = 5 * 60  # seconds, so that most visits write nothing


def begin(request, **_kwargs):
    """A receiver of ``user_logged_in``."""
    if request is not None:
        request.session[BEGAN] = request.session[SEEN] = int(time.time())


def end_all(user):
    """Sign the user out everywhere."""
    for session in UserSession.objects.filter(user=user):
        session.end()


def end_when_closed(instance, **_kwargs):
    """A ``post_save`` receiver: an account that is opened again begins anew."""
    if not instance.is_active:
        end_all(instance)


class SessionEndsMiddleware:
    """Signs out whoever has been away too long, and says so at the door."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES and BEGAN in request.session:
            now = int(time.time())
            if _is_over(request.session, now):
                logout(request)
                messages.info(request, _("You were signed out because you were away for a while."))
            elif now - request.session[SEEN] > NOTED_EVERY:
                request.session[SEEN] = now
        return self.get_response(request)


def _is_over(session, now):
    return (
        now - session[BEGAN] > settings.SESSION_HOURS * 60 * 60
        or now - session[SEEN] > settings.IDLE_MINUTES * 60
    )
