"""A template's sections and fields as data: printed as a blank, filled in later."""

from types import SimpleNamespace

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from .base import CodeBlock, Labelled, RichBlock

ANSWER_KINDS = [
    ("text", _("one line")),
    ("long_text", _("several lines")),
    ("date", _("date")),
    ("time", _("time of day")),
    ("number", _("number")),
    ("yes_no", _("yes or no")),
    ("birth_date", _("date of birth")),
    ("personal_number", _("personal number")),
]


class FormPart(Labelled):
    """A part of a form; editors see it as the blank that readers print."""

    class Meta:
        preview_template = "pathways/blocks/form_preview.html"

    def get_preview_value(self):
        return self.to_python(self.get_prep_value(super().get_preview_value()))  # with defaults

    def get_preview_context(self, value, parent_context=None):
        from pathways.reading.form import form_sections  # the views are made of the blocks

        part = SimpleNamespace(block_type=self.name, id="preview", value=value)
        if "fields" not in self.child_blocks:
            part = SimpleNamespace(id="form", value={"title": "", "intro": "", "fields": [part]})
        links = SimpleNamespace(expand=RichText)
        return {"section": form_sections([part], links)[0]}


class FieldBlock(FormPart):
    """One question with one answer, or one from the client and one from the workers."""

    label = blocks.CharBlock(label=_("label"))
    help = blocks.TextBlock(required=False, label=_("help"))
    kind = blocks.ChoiceBlock(choices=ANSWER_KINDS, default="text", label=_("answer"))
    two_voices = blocks.BooleanBlock(
        required=False, default=False, label=_("client and workers answer each")
    )
    carried_from = CodeBlock(
        required=False,
        label=_("carried over from"),
        help_text=_("template:field, where an earlier document holds the answer."),
    )

    class Meta:
        icon = "form"
        label = _("field")
        description = _("A question and a line, a box or a date to answer it.")
        preview_value = {"label": _("Name"), "kind": "text"}


class OptionBlock(Labelled):
    """One possible answer."""

    label = blocks.CharBlock(label=_("answer"))

    class Meta:
        icon = "radio-full"
        label = _("answer")


class OptionsBlock(blocks.StreamBlock):
    """Possible answers."""

    option = OptionBlock()


class ChoiceFieldBlock(FormPart):
    """A question with given answers."""

    label = blocks.CharBlock(label=_("label"))
    help = blocks.TextBlock(required=False, label=_("help"))
    several = blocks.BooleanBlock(required=False, default=False, label=_("several answers"))
    options = OptionsBlock(label=_("answers"))

    class Meta:
        icon = "list-ul"
        label = _("choice")
        description = _("A question with boxes to mark.")
        preview_value = {
            "label": _("Interpreter needed?"),
            "options": [("option", {"label": _("yes")}), ("option", {"label": _("no")})],
        }


class ColumnBlock(Labelled):
    """A column of a table."""

    label = blocks.CharBlock(label=_("heading"))
    kind = blocks.ChoiceBlock(choices=ANSWER_KINDS, default="text", label=_("answer"))

    class Meta:
        icon = "table"
        label = _("column")


class ColumnsBlock(blocks.StreamBlock):
    """Columns from left to right."""

    column = ColumnBlock()


class RowBlock(Labelled):
    """A row that is there from the start, with its first two cells filled in."""

    label = blocks.TextBlock(label=_("first cell"))
    detail = blocks.TextBlock(required=False, label=_("second cell"))

    class Meta:
        icon = "minus"
        label = _("row")


class RowsBlock(blocks.StreamBlock):
    """Rows from top to bottom; a gap leaves free rows where the form has them."""

    row = RowBlock()
    gap = Labelled(
        [("rows", blocks.IntegerBlock(min_value=1, max_value=40, label=_("free rows")))],
        icon="dots-horizontal",
        label=_("free rows"),
    )


class TableFieldBlock(FormPart):
    """Repeating rows: people, agreements, points of an agenda."""

    label = blocks.CharBlock(required=False, label=_("label"))
    help = blocks.TextBlock(required=False, label=_("help"))
    people = blocks.BooleanBlock(
        required=False,
        default=False,
        label=_("each row is a person"),
        help_text=_("Then the form holds personal data of others, and says so."),
    )
    circle = blocks.ChoiceBlock(
        choices=[("private", _("private network")), ("professional", _("professionals"))],
        required=False,
        label=_("circle of the network"),
        help_text=_("Only for a network map: it is then drawn from its tables."),
    )
    columns = ColumnsBlock(label=_("columns"))
    rows = RowsBlock(required=False, label=_("rows"))

    class Meta:
        icon = "table"
        label = _("table")
        description = _("Rows that are filled in one below the other.")
        preview_value = {
            "label": _("Private network"),
            "columns": [
                ("column", {"label": _("name")}),
                ("column", {"label": _("telephone")}),
            ],
        }


class CriterionBlock(Labelled):
    """One criterion to mark."""

    label = blocks.CharBlock(label=_("criterion"))

    class Meta:
        icon = "tick"
        label = _("criterion")


class CriteriaBlock(blocks.StreamBlock):
    """Criteria under one topic."""

    criterion = CriterionBlock()


class CriteriaFieldBlock(FormPart):
    """Criteria of one topic; the template's screening rules count them."""

    category = blocks.IntegerBlock(min_value=1, max_value=9, label=_("category"))
    letter = CodeBlock(required=False, label=_("letter"))
    topic = blocks.CharBlock(label=_("topic"))
    criteria = CriteriaBlock(label=_("criteria"))

    class Meta:
        icon = "tasks"
        label = _("criteria")
        description = _("Things to mark that a screening rule counts.")
        preview_value = {
            "category": 2,
            "letter": "a",
            "topic": _("Isolation"),
            "criteria": [("criterion", {"label": _("Sees nobody outside the home")})],
        }


class NoteBlock(FormPart):
    """Text printed on the form."""

    text = RichBlock(label=_("text"))

    class Meta:
        icon = "pilcrow"
        label = _("text")
        description = _("An instruction on the form itself.")
        preview_value = {"text": "<p>Filled in together.</p>"}


class FieldsBlock(blocks.StreamBlock):
    """All kinds of fields."""

    field = FieldBlock()
    choice = ChoiceFieldBlock()
    table = TableFieldBlock()
    criteria = CriteriaFieldBlock()
    note = NoteBlock()


class SectionBlock(FormPart):
    """A part of the form under its own heading."""

    title = blocks.CharBlock(label=_("heading"))
    intro = RichBlock(required=False, label=_("introduction"))
    fields = FieldsBlock(label=_("fields"))

    class Meta:
        icon = "list-ul"
        label = _("section")
        description = _("A heading with its fields.")
        preview_value = {
            "title": _("Dialogue"),
            "fields": [("field", {"label": _("What matters most now?"), "kind": "long_text"})],
        }


class TemplateSectionsBlock(blocks.StreamBlock):
    """All sections of a form, from top to bottom."""

    section = SectionBlock()
