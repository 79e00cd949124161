"""The lists on the dashboard: the first few of each, with the way to all."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

FIRST = 5


class WorkPanel(Component):
    """One list in short."""

    template_name = "pathways/admin/work_panel.html"

    def __init__(self, section):
        self.section, self.order, self.name = section, section.order, f"work_{section.name}"

    def get_context_data(self, parent_context):
        rows = list(self.section.rows(parent_context["request"].user))
        return {
            "section": self.section,
            "rows": rows[:FIRST],
            "more": max(len(rows) - FIRST, 0),
            "url": f"{reverse('pathways_work')}#{self.section.name}",
        }
