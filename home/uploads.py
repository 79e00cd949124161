"""What editors may upload: files that are what their names say, and run nowhere."""

from pathlib import Path

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from accounts.personal_numbers.forms import GuardedFormMixin

# By the ending of the name: the kinds that the first bytes of such a file may show.
ARCHIVE = {"application/zip"}
KINDS = {
    "pdf": {"application/pdf"},
    "docx": ARCHIVE | {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    "xlsx": ARCHIVE | {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    "pptx": ARCHIVE | {"application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    "odt": ARCHIVE | {"application/vnd.oasis.opendocument.text"},
    "ods": ARCHIVE | {"application/vnd.oasis.opendocument.spreadsheet"},
    "odp": ARCHIVE | {"application/vnd.oasis.opendocument.presentation"},
    "txt": {None},
    "csv": {None},
}
BEGINNING = 8192  # bytes
NOT_WHAT_IT_SAYS = _(
    "The file is not what the ending of its name says. Save it anew and try again."
)


class GuardedDocumentForm(GuardedFormMixin, BaseDocumentForm):
    """A document: no personal number in its title or name, of a known kind and a bearable size."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            _refuse_what_is_too_large(file)
            _refuse_what_is_something_else(file)
        return file


class GuardedImageForm(GuardedFormMixin, BaseImageForm):
    """A picture; Wagtail itself looks at its kind, size and number of pixels."""


def _refuse_what_is_too_large(file):
    most = settings.DOCUMENT_MAX_UPLOAD_SIZE
    if file.size > most:
        raise ValidationError(
            _("The file is too large: at most %(size)s.") % {"size": filesizeformat(most)}
        )


def _refuse_what_is_something_else(file):
    file.seek(0)
    beginning = file.read(BEGINNING)
    file.seek(0)
    allowed = KINDS.get(Path(file.name).suffix.lower().removeprefix("."), set())
    kind = filetype.guess_mime(beginning)
    if kind not in allowed or (kind is None and not _is_text(beginning)):
        raise ValidationError(NOT_WHAT_IT_SAYS)


def _is_text(beginning):
    """Plain text has no zero bytes, and does not begin as a page or drawing does."""
    return b"\0" not in beginning and not beginning.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
