"""Every address that the portal answers, with an example to ask for."""

import re
from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLPattern

# Where an example is not made by putting an id into the route.
EXAMPLES = {
    "account_reset_password_from_key": "en/account/password/new/1-set-password/",
    "wagtaildocs_serve": "documents/{document}/{filename}",
    "document": "documents/{document}/{filename}",
    "image": "media/{rendition}",
    "wagtail_serve": "en/{path}",
    "^was/?$": "was",
    "admin/^.*/$": "admin/there/is/nothing/",
    "revisions_compare": "admin/pages/{page}/revisions/compare/live...latest/",
    "wagtail_bulk_action": "admin/bulk/accounts/user/delete/?id={user}",
}
# What an id means where the namespace or the parameter says it.
IDS = {
    "wagtailusers_users": "user",
    "wagtailusers_groups": "group",
    "wagtaildocs": "document",
    "wagtailimages": "image",
    "membership": "membership",
    "team": "team",
    "organisation": "organisation",
    "closure": "closure",
    "feedback": "answer",
    "wagtailadmin_collections": "collection",
    "wagtailsites": "site",
    "wagtailadmin_pages": "page",
}
PARAMETERS = {
    "page_id": "page",
    "parent_page_id": "page",
    "page_to_move_id": "page",
    "destination_id": "parent",
    "collection_id": "collection",
    "content_type_app_name": "page_app",
    "content_type_model_name": "page_model",
}


@dataclass(frozen=True)
class Address:
    """One URL pattern."""

    namespace: str
    name: str
    route: str

    @property
    def row(self):
        """What it is called in the table: Wagtail's by namespace, all others one by one."""
        if self.namespace.startswith("wagtail"):
            return f"{self.namespace}:*"
        return f"{self.namespace}:{self.name}".lstrip(":") if self.name else self.route

    def example(self, ids):
        """An address to ask for.

        :param ids: what exists, by kind.
        """
        pattern = EXAMPLES.get(self.name) or EXAMPLES.get(self.route)
        if pattern:
            return "/" + pattern.format(**ids)

        def fill(match):
            kind = IDS.get(self.namespace, "")
            kind = PARAMETERS.get(match["name"]) or kind or match["name"]
            return str(ids.get(kind, 1))

        return "/" + re.sub(r"<(?:\w+:)?(?P<name>\w+)>", fill, self.route.replace("^", ""))


def all_addresses():
    """In the order of the address lists."""
    return [*_walk(get_resolver())]


def _walk(resolver, namespaces=(), before=""):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(":".join(namespaces), pattern.name or "", route)
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, inner, route)
