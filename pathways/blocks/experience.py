"""Experience and reading: local stories, questions to think about, other works."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import CodeBlock, GuidanceBlock, LanguageBlock, RichBlock


class StoryBlock(GuidanceBlock):
    """How one place does it, with its date, so that readers can judge its age."""

    heading = blocks.CharBlock(label=_("heading"))
    place = CodeBlock(label=_("place"))
    date = blocks.DateBlock(required=False, label=_("as of"))
    outdated = blocks.BooleanBlock(required=False, label=_("may be outdated"), default=False)
    quote = blocks.TextBlock(required=False, label=_("quote"))
    said_by = blocks.CharBlock(
        required=False, label=_("said by (role)"), help_text=_("A role, not a name.")
    )
    text = RichBlock(required=False, label=_("text"))

    class Meta:
        icon = "site"
        label = _("local story")
        group = _("experience")
        description = _("Practice of one office, with place and date.")
        preview_value = {
            "heading": _("One door in"),
            "place": "Exampleville",
            "text": "<p>Everybody is met at the same desk.</p>",
        }
        template = "pathways/blocks/story.html"


class ReflectionBlock(GuidanceBlock):
    """Questions for the reader."""

    text = RichBlock(label=_("questions"))

    class Meta:
        icon = "help"
        label = _("reflection")
        group = _("experience")
        description = _("Questions to think about alone or with colleagues.")
        preview_value = {"text": "<p>How does the need show in your own work?</p>"}
        template = "pathways/blocks/reflection.html"


class ResourceBlock(GuidanceBlock):
    """A book, guideline, film or site outside the portal."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("guideline", _("guideline")),
            ("law", _("law")),
            ("book", _("book")),
            ("report", _("report")),
            ("film", _("film")),
            ("tool", _("tool")),
            ("site", _("site")),
        ],
        default="guideline",
        label=_("kind"),
    )
    title = blocks.CharBlock(label=_("title"))
    language = LanguageBlock(label=_("language of the work"))
    author = CodeBlock(required=False, label=_("author"))
    publisher = CodeBlock(required=False, label=_("publisher"))
    year = blocks.IntegerBlock(required=False, label=_("year"))
    url = blocks.URLBlock(required=False, label=_("address"))
    text = RichBlock(required=False, label=_("what it is good for"))

    class Meta:
        icon = "link-external"
        label = _("resource")
        group = _("experience")
        description = _("Something to read, see or use outside the portal.")
        preview_value = {"kind": "book", "title": _("A textbook"), "year": 2014}
        template = "pathways/blocks/resource.html"
