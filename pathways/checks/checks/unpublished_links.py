"""What a reader can click on is there to be read."""

from django.utils.translation import gettext as _

from pathways.document.walk import page_references, walk_page


def check(subject):
    if subject.world.live is None:
        return
    there = subject.world.live | {f"{page.KIND}:{page.key}" for page in subject.pages}
    for page in subject.pages:
        for value in walk_page(page):
            for name in set(page_references(value)) - there:
                relation, row = subject.row_at(page, value.place)
                message = _("This leads to a page that is not published: %(page)s.")
                yield subject.error(message % {"page": name}, page, relation, row)
