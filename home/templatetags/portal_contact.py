"""Whom to ask about a page, and a letter that names it."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django import template
from django.utils.translation import gettext as _

from home.models import PortalSettings

register = template.Library()


@dataclass(frozen=True)
class Contact:
    """What the portal's settings say; ``report_url`` opens a letter in the reader's own program."""

    name: str
    phone: str
    report_url: str


@register.simple_tag(takes_context=True)
def contact_about(context, title):
    """The contact for a page, or None where the settings name nobody.

    :param str title: the page's; its address is the one that is being read, without questions.
    """
    request = context.get("request")
    if request is None:
        return None
    settings = PortalSettings.for_request(request)
    if not (settings.contact_name or settings.contact_phone or settings.contact_email):
        return None
    return Contact(
        name=settings.contact_name,
        phone=settings.contact_phone,
        report_url=_letter(settings.contact_email, title, request),
    )


def _letter(address, title, request):
    if not address:
        return ""
    subject = _("An error on the page “%(title)s”: %(address)s") % {
        "title": title,
        "address": request.build_absolute_uri(request.path),
    }
    return f"mailto:{quote(address, safe='@')}?{urlencode({'subject': subject}, quote_via=quote)}"
