"""A copy of a page that is not for everybody is for the same readers."""

from wagtail.models import Page, PageViewRestriction

from .languages import set_partners


def copy_restrictions(_request, page, new_page):
    """An ``after_copy_page`` hook; for the page and those below it.

    Wagtail copies the restriction of the page itself, and gives it to all below as well.
    """
    PageViewRestriction.objects.filter(page__path__startswith=new_page.path).delete()
    known = PageViewRestriction.objects.filter(page__path__startswith=page.path)
    for restriction in known.select_related("page"):
        below = restriction.page.url_path.removeprefix(page.url_path)
        copied = Page.objects.filter(url_path=f"{new_page.url_path}{below}").first()
        if copied:
            made = PageViewRestriction.objects.create(
                page=copied, restriction_type=restriction.restriction_type
            )
            made.groups.set(restriction.groups.all())
            set_partners(made, dict(restriction.partners.values_list("organisation", "until")))
