"""The first layer: what Wagtail offers to people, superusers too, in a released pathway."""

from wagtail.models import PagePermissionTester

from .reach import has_live_released_below, is_translation, released_pathways


class ReleasedPagePermissions(PagePermissionTester):
    """Refuses what only a release does; the buttons go with it."""

    def __init__(self, user, page):
        super().__init__(user, page)
        self.pathway = self._pathway()

    def _pathway(self):
        """Asked once for each user of a request, since lists ask for every page in them."""
        found = getattr(self.user, "_released_pathways", None)
        if found is None:
            found = self.user._released_pathways = list(released_pathways())
        return next((p for p in found if self.page.path.startswith(p.path)), None)

    def _holds_what_is_released(self):
        """Whether readers see pages of a released pathway here or below."""
        page, released = self.page, self.user._released_pathways
        if self.pathway:
            return page.live or (page.numchild > 0 and has_live_released_below(page))
        return any(p.live and p.path.startswith(page.path) for p in released)

    def can_publish(self):
        if self.pathway and not is_translation(self.page, self.pathway):
            return False
        return super().can_publish()

    def can_release(self):
        """Whether the person publishes here, by way of releases."""
        return super().can_publish()

    def can_set_view_restrictions(self):
        return super().can_publish()

    def can_unpublish(self):
        return not self.pathway and super().can_unpublish()

    def can_unschedule(self):
        return super().can_publish()

    def can_publish_subpage(self):
        return not self.pathway and super().can_publish_subpage()

    def can_reorder_children(self):
        return not self.pathway and super().can_reorder_children()

    def can_delete(self, ignore_bulk=False):
        return super().can_delete(ignore_bulk) and not self._holds_what_is_released()

    def can_move(self):
        return super().can_move() and not self._holds_what_is_released()

    def can_move_to(self, destination):
        """Superusers, too, neither take out nor bring in what readers see."""
        if self._holds_what_is_released():
            return False
        there = destination.specific_deferred.permissions_for_user(self.user)
        brings = self.page.live or self.page.get_descendants().filter(live=True).exists()
        if brings and getattr(there, "pathway", None):
            return False
        return super().can_move_to(destination)

    def can_submit_for_moderation(self):
        return not self.pathway and super().can_submit_for_moderation()
