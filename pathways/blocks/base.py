"""What all blocks of guidance share: the basis they stand on."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]

FROM_SOURCE = "source"
ADVICE = "advice"
BASIS_CHOICES = [
    (FROM_SOURCE, _("from the source")),
    (ADVICE, _("our advice")),
]


class CodeBlock(blocks.CharBlock):
    """A short text that is the same in all languages, so nobody is asked to translate it."""

    def get_translatable_segments(self, value):
        """No segments: wagtail-localize copies the value with the rest of the block."""
        return []


class RichBlock(blocks.RichTextBlock):
    """Rich text in the closed subset that a document can hold."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})


class Labelled(blocks.StructBlock):
    """A block whose labels begin with a capital, as Wagtail's own do.

    The words are written small, because documents and messages use them inside sentences.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.meta.group = capfirst(self.meta.group)
        for child in self.child_blocks.values():
            child.label = capfirst(child.label)

    def set_name(self, name):
        super().set_name(name)
        self.label = capfirst(self.label)


class GuidanceBlock(Labelled):
    """A block that says whether it tells what the source says or what we advise."""

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
