"""Pages that readers see by way of a view."""

from django.db.models import Q
from wagtail.models import PageViewRestriction

from accounts.visibility.preview import PreviewAsReader
from pathways.forms import GuardedPageForm


class ReadablePage(PreviewAsReader):
    """Puts the page's view into its template's context; guards its form."""

    base_form_class = GuardedPageForm

    # Of a page that was made of a document, for one reader: where other pages are looked up,
    # and where it stands. It is in no tree.
    kept_in = None
    address = ""

    def get_url(self, request=None, current_site=None):
        """Where readers find the page."""
        return self.address or super().get_url(request, current_site)

    def get_context(self, request, *args, **kwargs):
        from pathways.reading import context_of  # the views are made of the models

        return super().get_context(request, *args, **kwargs) | context_of(self, request)

    def permissions_for_user(self, user):
        """What somebody may do; in a pathway with an edition, less than elsewhere."""
        from pathways.editions.testers import ReleasedPagePermissions

        return ReleasedPagePermissions(user, self)

    def get_view_restrictions(self):
        """The restrictions of the page and of those above it, in one query instead of two.

        An alias has those of the page it stands for, as in Wagtail.
        """
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        line = [self.path[:end] for end in ends]
        own = Q(page__path__in=line, page__alias_of=None)
        stood_for = Q(page__aliases__path__in=line) | Q(page__aliases__aliases__path__in=line)
        return PageViewRestriction.objects.filter(own | stood_for).distinct()
