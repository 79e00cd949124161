"""What editions add to Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from pathways.editions.plan import Plan
from pathways.editions.reach import is_translation, released_pathway_of
from pathways.editions.release import release
from pathways.editions.trouble import EditionTrouble
from pathways.models import PathwayPage, PhasePage, StepPage
from pathways.permissions import may_release, may_review

from . import urls
from .overview import may_see_editions, source_pathways
from .panel import ProposalsPanel
from .releasing import released_message

RELEASE_WORDS = "action-release-words"


@hooks.register("register_admin_urls")
def edition_addresses():
    return [path("editions/", include(urls))]


class EditionsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see_editions(request.user)


@hooks.register("register_admin_menu_item")
def editions_in_the_menu():
    """Below the pages and the words."""
    address = reverse("pathways_editions:all")
    return EditionsMenuItem(_("Editions"), address, name="editions", icon_name="history", order=160)


@hooks.register("construct_homepage_panels")
def proposals_on_the_dashboard(request, panels):
    """What waits for whoever signs in."""
    panels.append(ProposalsPanel(request.user))


def pathway_of(page):
    """The pathway page, in its source language, that a page belongs to, or None."""
    if not isinstance(page, PathwayPage | PhasePage | StepPage):
        return None
    return source_pathways().filter(path__in=_line(page)).first()


def _line(page):
    return [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]


@hooks.register("register_page_header_buttons")
def editions_button(page, user, view_name, next_url=None):
    """From a page of a pathway to its editions."""
    pathway = pathway_of(page) if view_name == "edit" else None
    if pathway and (may_release(user, pathway) or may_review(user)):
        address = reverse("pathways_editions:one", args=[pathway.pk])
        yield Button(_("Editions"), address, icon_name="history", priority=24)


class ReleaseWords(ActionMenuItem):
    """A typo: saved and released with one click, where nothing but words of this page changes."""

    label = gettext_lazy("Release as editorial edition")
    name = RELEASE_WORDS
    icon_name = "upload"

    def is_shown(self, context):
        page = context.get("page")
        if context["view"] != "edit" or context.get("locked_for_user") or page is None:
            return False
        pathway = released_pathway_of(page)
        return bool(
            pathway
            and not is_translation(page, pathway)
            and may_release(context["request"].user, pathway)
        )


@hooks.register("register_page_action_menu_item")
def release_words_item():
    return ReleaseWords(order=5)


@hooks.register("after_edit_page")
def release_words(request, page):
    """After the draft is saved: release this page alone, or say why not."""
    pathway = pathway_of(page) if RELEASE_WORDS in request.POST else None
    if pathway is None:
        return None
    try:
        plan = Plan(pathway, [page.pk])
        edition = release(
            pathway=pathway, user=request.user, expected_hash=plan.hash, pages=[page.pk]
        )
    except EditionTrouble as refusal:
        address = reverse("pathways_editions:release", args=[pathway.pk])
        messages.error(
            request, str(refusal), buttons=[messages.button(address, _("Look at what changes"))]
        )
    else:
        messages.success(request, released_message(edition))
    return redirect("wagtailadmin_pages:edit", page.pk)
