"""Editors look at a page as one of its readers."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Organisation

from .reader import partner_reader, public_reader

EVERYBODY, PARTNER = "everybody", "partner-"


class PreviewAsReader:
    """A page with a way to look at it for each kind of reader."""

    @property
    def preview_modes(self):
        partners = Organisation.objects.filter(kind=Organisation.Kind.PARTNER)
        return [
            ("", gettext_lazy("As staff see it")),
            (EVERYBODY, gettext_lazy("As everybody sees it")),
            *(
                (f"{PARTNER}{pk}", _("As %(organisation)s sees it") % {"organisation": name})
                for pk, name in partners.values_list("pk", "name")
            ),
        ]

    def serve_preview(self, request, mode_name):
        """The page as that reader gets it, or that it is closed to them."""
        reader = _reader_of_mode(mode_name)
        if reader is not None:
            request.reader = reader
            if not reader.may_read(self):
                return TemplateResponse(request, "accounts/preview_closed.html", {"page": self})
        return super().serve_preview(request, mode_name)


def _reader_of_mode(name):
    """None for the editor's own eyes."""
    if name == EVERYBODY:
        return public_reader()
    number = name.removeprefix(PARTNER)
    if name.startswith(PARTNER) and number.isdecimal():
        return partner_reader(int(number))
    return None
