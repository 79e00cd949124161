"""Running text, what cannot be missed, and what opens on demand."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import GuidanceBlock, RichBlock


class TextBlock(GuidanceBlock):
    """A section of running text."""

    heading = blocks.CharBlock(required=False, label=_("heading"))
    text = RichBlock(label=_("text"))

    class Meta:
        icon = "pilcrow"
        label = _("text")
        group = _("text")
        description = _("Running text, with a heading where it helps.")
        preview_value = {
            "heading": _("Before you ring the bell"),
            "text": "<p>Agree on the place with the citizen.</p>",
        }
        template = "pathways/blocks/text.html"


class CalloutBlock(GuidanceBlock):
    """Something that readers must not miss."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("must", _("must be done")),
            ("consent", _("consent")),
            ("privacy", _("privacy")),
            ("tip", _("tip")),
            ("note", _("note")),
        ],
        default="must",
        label=_("kind"),
    )
    text = RichBlock(label=_("text"))

    class Meta:
        icon = "warning"
        label = _("callout")
        group = _("text")
        description = _("A rule, a consent, a privacy note or a tip in a frame.")
        preview_value = {
            "kind": "consent",
            "text": "<p>Ask before you invite anybody.</p>",
        }
        template = "pathways/blocks/callout.html"


class ExpanderBlock(GuidanceBlock):
    """Text behind a label; always open in print and without JavaScript support."""

    label = blocks.CharBlock(label=_("label"))
    text = RichBlock(label=_("text"))

    class Meta:
        icon = "collapse-down"
        label = _("expander")
        group = _("text")
        description = _("More for those who want it.")
        preview_value = {"label": _("Why so early?"), "text": "<p>Trust takes time.</p>"}
        template = "pathways/blocks/expander.html"
