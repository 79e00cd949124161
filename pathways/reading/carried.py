"""Fields that take their answer from an earlier document, named as readers know them."""

from django.utils.text import capfirst

from pathways.models import DocumentTemplatePage


def carried_names(page, reader) -> dict[str, str]:
    """``{"client-plan:goals": "Client plan: shared goals"}`` for a template's own fields.

    A field that is nowhere, or not for the reader, keeps no name. One query, and none where
    nothing is carried over.
    """
    wanted = {field.value["carried_from"] for field in _fields(page) if _carries(field)}
    keys = {origin.partition(":")[0] for origin in wanted}
    if not keys:
        return {}
    found = {}
    templates = reader.readable(DocumentTemplatePage.objects.live()).filter(key__in=keys)
    templates = templates.select_related("locale")
    for template in sorted(templates, key=lambda other: other.locale_id == page.locale_id):
        for field in _fields(template):  # the page's own language last, so that it wins
            label = field.value.get("label", "")
            found[f"{template.key}:{field.id}"] = f"{template.title}: {capfirst(label)}"
    return {origin: found[origin] for origin in wanted & found.keys()}


def _fields(template):
    return [field for section in template.sections for field in section.value["fields"]]


def _carries(field):
    return field.block_type == "field" and field.value["carried_from"]
