"""How it is done and said: phrases, dos and don'ts, example conversations."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import GuidanceBlock, RichBlock


class PhrasesBlock(GuidanceBlock):
    """Sentences that can be used as they are."""

    heading = blocks.CharBlock(
        label=_("what they are for"), help_text=_("“To open the conversation”")
    )
    phrases = RichBlock(label=_("phrases"), help_text=_("A list, one phrase a line."))

    class Meta:
        icon = "openquote"
        label = _("phrases")
        group = _("practice")
        description = _("Sample questions and sentences to say.")
        preview_value = {
            "heading": _("To open the conversation"),
            "phrases": "<ul><li>What would help you most today?</li></ul>",
        }
        template = "pathways/blocks/phrases.html"


class DoDontBlock(GuidanceBlock):
    """Two lists side by side."""

    do = RichBlock(label=_("do"), help_text=_("A list."))
    dont = RichBlock(label=_("don't"), help_text=_("A list."))

    class Meta:
        icon = "tasks"
        label = _("do and don't")
        group = _("practice")
        description = _("What helps, and what gets in the way.")
        preview_value = {
            "do": "<ul><li>Say who you are.</li></ul>",
            "dont": "<ul><li>Promise what others decide.</li></ul>",
        }
        template = "pathways/blocks/do_dont.html"


class ExampleBlock(GuidanceBlock):
    """An invented conversation or situation that shows how it can go."""

    heading = blocks.CharBlock(label=_("heading"))
    text = RichBlock(
        label=_("conversation"), help_text=_("Begin each line with the speaker in bold.")
    )

    class Meta:
        icon = "comment"
        label = _("example")
        group = _("practice")
        description = _("A practice story. Its people are invented, and readers see that.")
        preview_value = {
            "heading": _("At the door"),
            "text": "<p><b>Caseworker:</b> May I come in?</p>",
        }
        template = "pathways/blocks/example.html"
