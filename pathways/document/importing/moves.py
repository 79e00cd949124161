"""Rows that change their page keep their key, their translations and their history."""

from pathways.models import ChecklistItem, StepBranch

ROWS = {"items": ChecklistItem, "branches": StepBranch}


def carry_moved_rows(nodes, pages):
    """Put rows on the page that the document now has them on, in all languages.

    Only between pages that are about to be written, so that nobody else's page changes.
    """
    steps = [node for node in nodes if node.KIND == "step"]
    for name, model in ROWS.items():
        wanted = {row.key: node for node in steps for row in getattr(node, name)}
        for node in steps:
            page = pages[f"step:{node.key}"]
            kept = {row.key for row in getattr(node, name)}
            for row in model.objects.filter(page=page, key__in=wanted.keys() - kept):
                _carry(row, page, pages[f"step:{wanted[row.key].key}"])


def _carry(row, old, new):
    if type(row).objects.filter(page=new, key=row.key).exists():
        return
    for version in type(row).objects.filter(translation_key=row.translation_key):
        target = new.get_translation_or_none(version.locale)
        if target is None:
            version.delete()
        else:
            type(row).objects.filter(pk=version.pk).update(page=target)
