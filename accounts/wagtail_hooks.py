"""What people and privacy add to Wagtail's admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .access_log import Verb, record
from .admin.access_log import AccessLogMenuItem, AccessLogView
from .admin.people import PeopleGroup
from .sign_in.sessions import end_when_closed
from .visibility.copies import copy_restrictions
from .visibility.files import only_for_its_readers as document_for_its_readers
from .visibility.serving import only_for_its_readers

FIRST = -10  # before Wagtail's own, which lets everybody in who is signed in
hooks.register("before_serve_page", only_for_its_readers, order=FIRST)
hooks.register("before_serve_document", document_for_its_readers, order=FIRST)
hooks.register("after_copy_page", copy_restrictions)


@hooks.register("register_admin_viewset")
def people_and_teams():
    """Members, teams, organisations and closures."""
    return PeopleGroup()


@hooks.register("register_admin_urls")
def access_log_addresses():
    """The access log, as a page and as what a filter changes of it."""
    return [
        path("reports/access-log/", AccessLogView.as_view(), name="access_log"),
        path(
            "reports/access-log/results/",
            AccessLogView.as_view(results_only=True),
            name="access_log_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def access_log_menu_item():
    """Shown to those who may read it."""
    return AccessLogMenuItem(
        _("Access log"), reverse("access_log"), name="access-log", icon_name="view", order=1100
    )


@hooks.register("after_bulk_action")
def accounts_opened_and_closed(request, action_type, objects, action):
    """Wagtail does this by an update, of which no signal tells."""
    if action_type == "set_active_state":
        for account in objects:
            record(Verb.ACCOUNT_CHANGED, account, request=request)
            account.refresh_from_db(fields=["is_active"])
            end_when_closed(account)
