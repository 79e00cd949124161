"""A page is checked again when its day comes."""

from django.utils.translation import gettext as _

from pathways.due.dates import day_words


def check(subject):
    today = subject.world.today
    if today is None:
        return
    for page in subject.pages:
        if page.review_by and page.review_by < today.isoformat():
            message = _("It should have been checked again by %(day)s.")
            words = {"day": day_words(today.fromisoformat(page.review_by))}
            yield subject.warning(message % words, page, "review_by")
