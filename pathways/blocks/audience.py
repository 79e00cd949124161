"""Blocks that only some readers get, and the one place where they are left out."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from accounts.visibility.files import STAFF_ONLY

EVERYBODY, STAFF = "everybody", "staff"
AUDIENCES = [(EVERYBODY, _("everybody")), (STAFF, _("only staff who are signed in"))]


class AudienceBlock(blocks.ChoiceBlock):
    """For whom a block is."""

    def __init__(self, **kwargs):
        super().__init__(
            **{
                "choices": AUDIENCES,
                "default": EVERYBODY,
                "label": _("for whom"),
                "help_text": _("What is only for staff is not sent to anybody else."),
                **kwargs,
            }
        )


class ForSomeReaders:
    """A struct block with an ``audience``: what is for staff is neither searched nor told of."""

    def get_searchable_content(self, value):
        """What is indexed here, everybody finds."""
        return [] if is_for_staff(value) else super().get_searchable_content(value)

    def extract_references(self, value):
        """What is referred to for staff alone is marked so at the end of its path."""
        end = f".{STAFF_ONLY}" if is_for_staff(value) else ""
        for model, object_id, model_path, content_path in super().extract_references(value):
            yield model, object_id, f"{model_path}{end}", content_path


def is_for_staff(values):
    """Whether a block, by its values or codes, is only for staff."""
    return values.get("audience") == STAFF


def for_reader(stream, reader) -> list:
    """The blocks of a stream that a reader gets: every way out asks here.

    :param stream: of a page (a stream's value), or of a document (its blocks).
    :param reader: an :class:`accounts.visibility.Reader`.
    """
    if reader.is_staff:
        return list(stream)
    return [block for block in stream if not is_for_staff(_values(block))]


def _values(block):
    """Of a document's block, or of a page's; some of these hold no values by name."""
    if hasattr(block, "codes"):
        return block.codes
    return block.value if hasattr(block.value, "get") else {}
