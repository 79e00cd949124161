"""Who is let in where: the table. A new address without a row fails the test.

Our own addresses stand one by one and let in exactly these. Wagtail's stand by namespace and let
in nobody else; what it opens to everybody in the admin is listed with its reason.
"""

from accounts.roles import Role
from tests.cases import screens as cases

from .world import ANONYMOUS, ROLES, SUPERUSER

EVERYBODY = set(ROLES)
SIGNED_IN = EVERYBODY - {ANONYMOUS}
STAFF = SIGNED_IN - {Role.PARTNER}
NOBODY = set()
ADMIN = {
    Role.EDITOR,
    Role.REVIEWER,
    Role.TEAM_LEAD,
    Role.PRIVACY_OFFICER,
    Role.ADMINISTRATOR,
    SUPERUSER,
}
EDITORS = {Role.EDITOR, SUPERUSER}
PAGES = {Role.EDITOR, Role.REVIEWER, SUPERUSER}
ADMINISTRATORS = {Role.ADMINISTRATOR, SUPERUSER}
LEADS = {Role.TEAM_LEAD, *ADMINISTRATORS}

OURS = {
    # The door
    "account_home": SIGNED_IN,
    "account_logout": SIGNED_IN,
    "account_inactive": EVERYBODY,
    # There where an organisation's own accounts are let in
    "openid_connect_login": NOBODY,
    "openid_connect_callback": NOBODY,
    "account_signup": EVERYBODY,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reset_password": EVERYBODY,
    "account_reset_password_done": EVERYBODY,
    "account_reset_password_from_key_done": EVERYBODY,
    "account_reset_password_from_key": EVERYBODY,
    "mfa_index": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    # There for those who have a second step
    "mfa_deactivate_totp": NOBODY,
    "mfa_view_recovery_codes": NOBODY,
    "mfa_download_recovery_codes": NOBODY,
    "usersessions_list": SIGNED_IN,
    "admin/login/": NOBODY,
    "en/_util/login/": NOBODY,
    # Readers
    "first_visit": EVERYBODY,
    "sitemap": EVERYBODY,
    "robots.txt": EVERYBODY,
    "^was/?$": NOBODY,
    "search:search": EVERYBODY,
    "search:suggest": EVERYBODY,
    # Raises a count, and only by POST
    "search:opened": EVERYBODY,
    "pathways:glossary": EVERYBODY,
    "pathways:term": NOBODY,
    "pathways:comparison": EVERYBODY,
    "pathways:who": EVERYBODY,
    "pathways:deadlines": EVERYBODY,
    "pathways:editions": EVERYBODY,
    "pathways:edition": EVERYBODY,
    "pathways:edition_phase": EVERYBODY,
    "pathways:edition_step": EVERYBODY,
    "pathways:edition_comparison": EVERYBODY,
    "pathways:edition_comparison_text": EVERYBODY,
    # The example is a pathway
    "pathways:feedback": NOBODY,
    "pathways:feed": EVERYBODY,
    "pathways:pdf": EVERYBODY,
    "pathways:preview": EVERYBODY,
    "wagtail_serve": EVERYBODY,
    "document": EVERYBODY,
    "wagtaildocs_serve": EVERYBODY,
    # One that no page shows
    "image": STAFF,
    "wagtaildocs_authenticate_with_password": NOBODY,
    "wagtailcore_authenticate_with_password": NOBODY,
    "styleguide": ADMIN,
    # Cases are opened by being in a team, which none of these are: tests/cases has the rest
    **{f"cases:{name}": NOBODY for name in cases.names()},
    **{f"cases:{name}": NOBODY for name in cases.OF_OTHERS},
    "cases:find_log": {Role.PRIVACY_OFFICER},
    "cases:retention": {Role.PRIVACY_OFFICER},
    # Guidance in the admin
    "pathways_move_rows": NOBODY,
    "visibility": EDITORS,
    "pathways_editions:all": PAGES,
    # About one pathway, of which there is none here
    **{
        f"pathways_editions:{view}": NOBODY
        for view in ("one", "release", "order", "discard", "withdraw", "restore", "proposal")
    },
    # The example is a step
    "pathways_checks": NOBODY,
    "pathways_work": PAGES,
    **{
        f"pathways_{report}{results}": PAGES
        for report in ("uses", "bare_items")
        for results in ("", "_results")
    },
    "pathways_replace": EDITORS,
    **{
        f"feedback:{view}": EDITORS
        for view in (
            "index",
            "index_results",
            "edit",
            "delete",
            "history",
            "history_results",
            "usage",
        )
    },
    # Answers come from readers
    "feedback:add": NOBODY,
    "admin/localize/update/<int:translation_source_id>/": EDITORS,
    "admin/localize/page/<int:page_id>/convert_to_alias/": EDITORS,
    **{
        f"calendar:{view}": ADMINISTRATORS
        for view in ("index", "index_results", "edit", "history", "history_results", "usage")
    },
    # There is one for each country
    "calendar:add": NOBODY,
    "calendar:delete": NOBODY,
    # People
    **{f"membership:{view}": LEADS for view in ("index", "index_results", "add")},
    **{
        f"membership:{view}": ADMINISTRATORS
        for view in ("edit", "delete", "history", "history_results", "usage")
    },
    **{
        f"{model}:{view}": ADMINISTRATORS
        for model in ("team", "organisation", "closure")
        for view in (
            *("index", "index_results", "add", "edit", "delete"),
            *("history", "history_results", "usage"),
        )
    },
    # Search
    "searches": EDITORS,
    "searches_results": EDITORS,
    "access_log": {Role.PRIVACY_OFFICER},
    "access_log_results": {Role.PRIVACY_OFFICER},
    # Wagtail's admin itself
    "wagtailadmin_home": ADMIN,
    "admin/test404/": ADMIN,
    "wagtailadmin_explore_root": PAGES,
    "wagtailadmin_explore": PAGES,
    "wagtailadmin_explore_results": PAGES,
    "wagtail_bulk_action": ADMINISTRATORS,
    **{
        f"wagtailadmin_choose_page{what}": ADMIN
        for what in ("", "_child", "_search", "_chosen_multiple")
    },
    **{
        f"wagtailadmin_choose_page_{what}_link": ADMIN
        for what in ("external", "email", "phone", "anchor")
    },
    "wagtailadmin_tag_autocomplete": ADMIN,
    "wagtailadmin_tag_model_autocomplete": NOBODY,
    "wagtailadmin_account": ADMIN,
    "wagtailadmin_dismissibles": ADMIN,
    "wagtailadmin_block_preview": NOBODY,
    # Before anybody has signed in: icons, and words for scripts
    "wagtailadmin_sprite": EVERYBODY,
    "wagtailadmin_javascript_catalog": EVERYBODY,
    "wagtailadmin_login": NOBODY,
    **{
        f"wagtailadmin_password_reset{what}": NOBODY
        for what in ("", "_done", "_confirm", "_complete")
    },
    "admin/^.*/$": NOBODY,
}

# They send everybody on, each to where that person works.
SENDS_ON = {
    "account_login",
    "account_sign_out_everywhere",
    "mfa_authenticate",
    "wagtailadmin_logout",
    "wagtailcore_login",
}
# Break as they should: the page for errors, for whoever is in the admin; and what says to
# everybody that no worker runs, where none does.
BREAKS = {"wagtailadmin_error_test", "health"}

WAGTAILS = {
    "wagtailadmin_pages:*": PAGES,
    "wagtailadmin_collections:*": {SUPERUSER},
    "wagtailadmin_workflows:*": {SUPERUSER},
    "wagtailadmin_reports:*": PAGES,
    "wagtail_localize:*": EDITORS,
    "wagtailredirects:*": ADMINISTRATORS,
    "wagtailsearchpromotions:*": EDITORS,
    "wagtailsnippets_search_synonym:*": EDITORS,
    "wagtailsnippetchoosers_search_synonym:*": ADMIN,
    "wagtailsettings:*": ADMINISTRATORS,
    "wagtailsnippets:*": EDITORS,
    "wagtaildocs:*": EDITORS,
    "wagtailimages:*": EDITORS,
    "wagtaillocales:*": {SUPERUSER},
    "wagtailsites:*": {SUPERUSER},
    "wagtailusers_users:*": ADMINISTRATORS,
    "wagtailusers_groups:*": {SUPERUSER},
    **{
        f"wagtailsnippets_pathways_{word}:*": EDITORS
        for word in ("role", "milestonekind", "consentkind", "outcome", "glossaryterm")
    },
    # Choosers name what there is to choose, to everybody in the admin.
    **{
        f"wagtailsnippetchoosers_pathways_{word}:*": ADMIN
        for word in ("role", "milestonekind", "consentkind", "outcome", "glossaryterm")
    },
    "wagtaildocs_chooser:*": ADMIN,
    "wagtailimages_chooser:*": ADMIN,
    "wagtailembeds:*": ADMIN,
    "wagtailadmin_api:pages:*": ADMIN,
    "wagtailadmin_api:documents:*": ADMIN,
    "wagtailadmin_api:images:*": ADMIN,
    # About one's own open window
    "wagtailadmin_editing_sessions:*": ADMIN,
}

# Ours that are about one invitation, of which there is none here: nobody else is let in.
WAGTAILS |= {
    "account_accept_invitation": EVERYBODY,
    **{
        f"invitation:{view}": ADMINISTRATORS
        for view in (
            *("index", "index_results", "add", "edit", "delete"),
            *("history", "history_results", "usage"),
        )
    },
}

# Exceptions within a namespace, for everybody in the admin.
OPEN_IN_THE_ADMIN = {
    "wagtailadmin_pages:move_confirm": "names two pages; the move itself is refused",
    "wagtailadmin_pages:confirm_workflow_cancellation": "says that there is nothing to cancel",
    "wagtailadmin_pages:revisions_index": "sends on to the history, which is refused",
    "wagtailadmin_workflows:task_chooser": "names tasks",
    "wagtailadmin_workflows:task_chooser_results": "names tasks",
    "wagtailadmin_workflows:task_chooser_create": "an empty list of kinds of tasks",
    "wagtailadmin_workflows:task_chosen": "names a task",
    "wagtailadmin_reports:site_history": "shows each person what that person may change",
    "wagtailadmin_reports:site_history_results": "shows each person what that person may change",
    "wagtail_localize:javascript_catalog": "words for scripts",
    "wagtail_localize:translations_report": "names translations of pages",
    "wagtail_localize:translations_report_results": "names translations of pages",
    "wagtailsearchpromotions:chooser": "names what was searched for most",
    "wagtailsearchpromotions:chooserresults": "names what was searched for most",
}
