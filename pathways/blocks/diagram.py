"""A drawing made from its parts: a wheel, a network or a loop."""

import re
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import GuidanceBlock, RichBlock

KINDS = [
    ("wheel", _("wheel: parts of a whole")),
    ("network", _("network: around somebody or something")),
    ("loop", _("loop: one after the other, and round again")),
]
FEWEST, MOST, LONGEST = 2, 12, 60
PARTS_MESSAGE = _("Write one list of 2 to 12 parts, each as “Label: explanation”.")
LABEL_MESSAGE = _("“%s” is too long for the drawing: a label has at most 60 characters.")

_LIST = re.compile(r"\s*<(ul|ol)\b[^>]*>(.*)</\1>\s*", re.DOTALL)
_ITEM = re.compile(r"<li\b[^>]*>(.*?)</li>", re.DOTALL)
# Up to the first colon that stands in the text, not in a tag.
_LABEL = re.compile(r"((?:<[^>]+>|[^<:])*):(.*)", re.DOTALL)
_OPENING = re.compile(r"<([a-z]+)\b[^>]*>")


def parts_of(html) -> list[tuple[str, str]]:
    """``(label as plain text, explanation as HTML)`` of each item of a list."""
    return [_part(inner) for inner in _ITEM.findall(html)]


def _part(inner):
    found = _LABEL.fullmatch(inner)
    written, rest = found.groups() if found else (inner, "")
    for tag in _OPENING.findall(written):
        if f"</{tag}>" not in written:  # bold that begins before the colon and ends after it
            rest = rest.replace(f"</{tag}>", "", 1)
    return unescape(strip_tags(written)).strip(), rest.strip()


def problem_of_parts(html):
    """Why a drawing cannot be made, or None."""
    whole = _LIST.fullmatch(html)
    parts = parts_of(html)
    if not whole or "<li" in _ITEM.sub("", whole[2]) or re.search("<[uo]l", whole[2]):
        return PARTS_MESSAGE
    if not FEWEST <= len(parts) <= MOST or not all(label for label, _rest in parts):
        return PARTS_MESSAGE
    for label, _rest in parts:
        if len(label) > LONGEST:
            return LABEL_MESSAGE % label
    return None


class DiagramBlock(GuidanceBlock):
    """Parts that are drawn, and listed beside the drawing in words."""

    kind = blocks.ChoiceBlock(choices=KINDS, default="wheel", label=_("kind"))
    title = blocks.CharBlock(label=_("title"))
    centre = blocks.CharBlock(
        required=False,
        max_length=LONGEST,
        label=_("in the centre"),
        help_text=_("One to three words: who or what it is about."),
    )
    parts = RichBlock(
        label=_("parts"),
        help_text=_("A list of 2 to 12, each as “Label: explanation”. The labels are drawn."),
    )

    class Meta:
        icon = "site"
        label = _("diagram")
        group = _("text")
        description = _("A wheel, network or loop, drawn from a list that readers see beside it.")
        preview_value = {
            "kind": "loop",
            "title": _("From plan to plan"),
            "centre": _("The client"),
            "parts": "<ul><li>Plan: agree on the goals.</li><li>Do: each does a part.</li>"
            "<li>Look back: what has changed?</li></ul>",
        }
        template = "pathways/blocks/diagram.html"

    def clean(self, value):
        """Say beside the field what keeps the drawing from being made."""
        value = super().clean(value)
        problem = problem_of_parts(value["parts"].source)
        if problem:
            raise blocks.StructBlockValidationError({"parts": ValidationError(problem)})
        return value

    def extras(self, values):
        """What the template shows beyond the values."""
        from pathways.reading.diagram import diagram_view  # the views are made of the blocks

        return {"diagram": diagram_view(values["kind"], values["centre"], str(values["parts"]))}

    def get_context(self, value, parent_context=None):
        """For the preview in the editors' chooser."""
        context = super().get_context(value, parent_context)
        return context | {"value": dict(value) | self.extras(value)}
