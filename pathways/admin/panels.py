"""Panels that keep an editor's form short."""

from django.forms import HiddenInput
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


def hidden_panel(field_name):
    """A field that travels with the form and takes no room on the screen."""
    return FieldPanel(field_name, widget=HiddenInput, attrs={"hidden": True}, disable_comments=True)


class FoldedPanel(MultiFieldPanel):
    """Fields that are seldom needed, behind their heading.

    It is open where one of them holds a value of its own or an error, so that nothing is hidden
    from the editor. (Wagtail's ``collapsed`` works for whole sections only, not inside a row.)
    """

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "pathways/admin/folded_panel.html"

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.folded_heading, self.heading = self.heading, ""

        @property
        def opened(self):
            """Whether the editor must see what is inside."""
            return any(
                field.bound_field.errors or _has_a_value_of_its_own(field)
                for field in _fields_of(self)
            )


def _fields_of(group):
    for child in group.visible_children:
        if hasattr(child, "visible_children"):
            yield from _fields_of(child)
        else:
            yield child


def _has_a_value_of_its_own(field):
    value, default = field.bound_field.value(), field.panel.db_field.get_default()
    return value not in (None, "") and value != default
