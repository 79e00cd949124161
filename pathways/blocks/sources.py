"""Where the facts of a page come from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import CodeBlock, Labelled, LanguageBlock


class SourceBlock(Labelled):
    """One published source."""

    title = CodeBlock(label=_("title"))
    language = LanguageBlock(label=_("language of the work"))
    author = CodeBlock(required=False, label=_("author"))
    publisher = CodeBlock(required=False, label=_("publisher"))
    year = blocks.IntegerBlock(required=False, label=_("year"))
    url = blocks.URLBlock(required=False, label=_("address"))
    status = blocks.ChoiceBlock(
        choices=[
            ("current", _("current")),
            ("dated", _("may be outdated")),
            ("withdrawn", _("withdrawn")),
        ],
        default="current",
        label=_("status"),
    )
    where = blocks.CharBlock(required=False, label=_("where in it"), help_text=_("“Pages 7–8”"))

    class Meta:
        icon = "doc-full"
        label = _("source")
        description = _("A published work that the page takes facts from.")
        preview_value = {"title": "Arbejdsgang og redskaber", "year": 2014}
        template = "pathways/blocks/source.html"


class SourcesBlock(blocks.StreamBlock):
    """A list of sources."""

    source = SourceBlock()
