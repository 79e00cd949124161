"""What all blocks of guidance share: the basis they stand on."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .audience import AudienceBlock, ForSomeReaders

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]

FROM_SOURCE = "source"
ADVICE = "advice"
NOTE = "note"
BASIS_CHOICES = [
    (FROM_SOURCE, _("from the source")),
    (ADVICE, _("our advice")),
    (NOTE, _("our note on the source or the portal")),
]


class CodeBlock(blocks.CharBlock):
    """A short text that is the same in all languages, so nobody is asked to translate it."""

    def get_translatable_segments(self, value):
        """No segments: wagtail-localize copies the value with the rest of the block."""
        return []


class LanguageBlock(blocks.ChoiceBlock):
    """The language of a work, so that its title is read out and hyphenated as what it is."""

    def __init__(self, **kwargs):
        given = {
            "choices": settings.WAGTAIL_CONTENT_LANGUAGES,
            "required": False,
            "default": "",
            "help_text": _("So that it is read aloud in its own language."),
        }
        super().__init__(**{**given, **kwargs})


class RichBlock(blocks.RichTextBlock):
    """Rich text in the closed subset that a document can hold."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})


class Labelled(blocks.StructBlock):
    """A block whose labels begin with a capital, as Wagtail's own do.

    The words are written small, because documents and messages use them inside sentences.
    Blocks share their children: each label is made from what was declared, not from the last.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.meta.group = capfirst(self.meta.group)
        for child in self.child_blocks.values():
            child.label = capfirst(child.meta.label or child.label)

    def set_name(self, name):
        super().set_name(name)
        self.label = capfirst(self.meta.label or self.label)


class GuidanceBlock(ForSomeReaders, Labelled):
    """A block that says whether it tells what the source says, what we advise, or what we note.

    A note is about the source (what it leaves open) or about the portal, never advice on the work.
    """

    basis = blocks.ChoiceBlock(
        choices=BASIS_CHOICES,
        default=FROM_SOURCE,
        label=_("basis"),
        help_text=_(
            "Our advice is marked for readers and never holds a number, a deadline, "
            "a duty or a role of its own."
        ),
    )
    reference = CodeBlock(
        required=False,
        label=_("reference"),
        help_text=_("For our advice: the published work it rests on."),
    )
    reference_language = LanguageBlock(label=_("language of the reference"))
    audience = AudienceBlock()
