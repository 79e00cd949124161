"""Where fields and sub-processes lead: to something that is there, and never back to themselves."""

from django.apps import apps
from django.utils.translation import gettext as _

from pathways.document.references import PAGE_MODELS


def check_cycles(document, problems):
    """A sub-process, or a field carried over, never leads back to itself."""
    leads = {}
    places = {}
    for step in (page for page in document.pages() if page.KIND == "step"):
        for branch in step.branches:
            if branch.kind == "sub_process" and branch.target:
                own = document.pathway and f"pathway:{document.pathway.key}"
                start = own if branch.target.startswith("pathway:") else f"step:{step.key}"
                leads.setdefault(start, set()).add(branch.target)
                places.setdefault(start, (f"step:{step.key}", "branches", branch.key))
    for template in document.templates:
        for path, block in _fields_of(template.sections):
            carried = block.codes.get("carried_from")
            if carried:
                name = f"{template.key}:{block.id}"
                leads.setdefault(name, set()).add(carried)
                places.setdefault(name, (f"template:{template.key}", "sections", *path))
    for start in leads:
        if _reaches(leads, start, start):
            problems.at(places[start], _("“%s” leads back to itself.") % start)


def check_carried(document, problems):
    """A field carried over comes from a field that is there."""
    carried = [
        (block.codes["carried_from"], (f"template:{template.key}", "sections", *path))
        for template in document.templates
        for path, block in _fields_of(template.sections)
        if block.codes.get("carried_from")
    ]
    known = {f"{t.key}:{b.id}" for t in document.templates for _path, b in _fields_of(t.sections)}
    if any(origin not in known for origin, _place in carried):
        for page in apps.get_model(PAGE_MODELS["template"]).objects.all():
            fields = (f for section in page.sections for f in section.value["fields"])
            known |= {f"{page.key}:{field.id}" for field in fields}
    for origin, place in carried:
        if origin not in known:
            problems.at(place, _("“%s” leads to no field of a template.") % origin)


def _fields_of(sections):
    for section in sections:
        for field in section.children.get("fields", ()):
            yield (section.id, "fields", field.id), field


def _reaches(leads, start, goal):
    seen, waiting = set(), [start]
    while waiting:
        for following in leads.get(waiting.pop(), ()):
            if following == goal:
                return True
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False
