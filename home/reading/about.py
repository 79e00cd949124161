"""What the portal says of itself: whom to ask, accessibility, privacy."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Site

from home.models import AccessibilitySettings, PortalSettings, PrivacySettings
from pathways.reading.links import LANGUAGE_NAMES


def contact(request, language) -> dict:
    """Whom to ask. ``missing`` is for editors only."""
    found = PortalSettings.for_request(request)
    return {
        "name": found.contact_name,
        "email": found.contact_email,
        "phone": found.contact_phone,
        **_for_editors(request, found, [] if found.has_way else [_("telephone or e-mail")]),
    }


def statement(request, language) -> dict:
    """The accessibility statement; ``complete`` only if the country's law is satisfied."""
    found = AccessibilitySettings.for_request(request)
    missing = found.missing()
    return {
        "complete": not missing,
        "statement": found,
        "country": found.country,
        "gaps": [] if missing else _gaps(found, language),
        **_for_editors(request, found, missing),
    }


def _gaps(found, language):
    """In the reader's language; where nobody wrote any, in the language that has them."""
    rows = list(found.gaps.all())
    languages = [row.language for row in rows]
    shown = language if language in languages else next(iter(languages), language)
    return [
        {
            "text": row.text,
            "criterion": row.criterion,
            "reason": row.get_reason_display(),
            "lang": "" if shown == language else shown,
            "language_name": LANGUAGE_NAMES.get(shown, shown),
        }
        for row in rows
        if row.language == shown
    ]


def controller(request, language) -> dict:
    """Who answers for personal data, once all of it is filled in."""
    found = PrivacySettings.for_request(request)
    missing = found.missing()
    return {"complete": not missing, "privacy": found, **_for_editors(request, found, missing)}


def storage(request, language) -> dict:
    """What a browser may keep, and for how long; for readers first."""
    hours = settings.SESSION_COOKIE_AGE // 3_600
    return {
        "readers": [
            {
                "name": _("Ticks in checklists"),
                "what": _("Which items you have ticked, so that you find them again."),
                "until": _("Until you remove them, step by step or in your browser’s settings."),
            },
            {
                "name": _("Opened steps"),
                "what": _("Which steps you have opened in a list."),
                "until": _("Until you close the tab."),
            },
        ],
        "signed_in": [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "what": _("Cookie. Tells the portal that it is still you."),
                "until": ngettext(
                    "Until you sign out or close the browser; %(hours)s hour at most.",
                    "Until you sign out or close the browser; %(hours)s hours at most.",
                    hours,
                )
                % {"hours": hours},
            },
            {
                "name": settings.CSRF_COOKIE_NAME,
                "what": _("Cookie. Keeps others from sending forms in your name."),
                "until": _("One year."),
            },
        ],
    }


def _for_editors(request, found, missing):
    """What is not filled in, and where to do it; nothing for other readers."""
    user = getattr(request, "user", None)
    if not missing or user is None or not user.has_perm("wagtailadmin.access_admin"):
        return {"missing": [], "edit_url": ""}
    model = type(found)._meta
    may_change = user.has_perm(f"{model.app_label}.change_{model.model_name}")
    site = Site.find_for_request(request)
    return {"missing": missing, "edit_url": _edit_url(model, site) if may_change else ""}


def _edit_url(model, site):
    return reverse("wagtailsettings:edit", args=[model.app_label, model.model_name, site.pk])
