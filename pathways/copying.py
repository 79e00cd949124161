"""A copied page has rows of its own: the same texts under new keys."""

from collections import defaultdict

from django.db import transaction

from pathways.identity import fresh_key


@transaction.atomic
def renew_row_keys(page, user=None):
    """Give every row of a copy, in the database and in its draft, a key of its own.

    Cases and translations know a row by page and key; the same row in two steps of a pathway would
    be taken for one that is moved and was left behind.
    """
    draft = page.get_latest_revision_as_object()
    for relation in page.row_relations():
        name = relation.get_accessor_name()
        keys = defaultdict(fresh_key)  # new by old: a row is the same in both by its key
        for row in getattr(draft, name).all():
            row.key, row.origin = keys[row.key], "local"
        rows = relation.related_model.objects.filter(page_id=page.pk)
        for pk, key in list(rows.values_list("pk", "key")):
            rows.filter(pk=pk).update(key=keys[key], origin="local")
    draft.save_revision(user=user, changed=False, clean=False)
