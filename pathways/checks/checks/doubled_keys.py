"""A row stands in one place: after a move it must be gone where it came from.

Two steps may use the same key for different things; the same words under the same key are one row.
"""

from django.utils.translation import gettext as _


def check(subject):
    for relation, words in (("items", "text"), ("branches", "condition")):
        first = {}
        for step in subject.steps:
            for row in getattr(step, relation):
                identity = (row.key, subject.said(getattr(row, words)))
                if identity in first:
                    message = _("The same row stands in “%(step)s” too. Remove one of them.")
                    where = {"step": subject.said(first[identity].title)}
                    yield subject.error(message % where, step, relation, row)
                first.setdefault(identity, step)
    seen = set()
    for page in subject.pages:
        name = f"{page.KIND}:{page.key}"
        if name in seen:
            yield subject.error(_("Two pages of the pathway have the same key."), page)
        seen.add(name)
