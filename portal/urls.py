"""Addresses: readers' pages carry their language, the editors' do not (it is in their profile)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from accounts.admin.visibility import set_visibility
from accounts.sign_in.views import admin_door
from accounts.sign_in.with_provider.views import come_back
from accounts.visibility.files import serve_document, serve_image
from home.declaration import declaration
from home.sitemaps import SITEMAPS
from home.views import first_visit
from portal.jobs.health import health
from portal.styleguide.views import styleguide

handler400 = "portal.errors.bad_request"
handler404 = "portal.errors.page_not_found"
handler500 = "portal.errors.server_error"

urlpatterns = [
    path("admin/login/", admin_door),
    # In the place of Wagtail's own, which knows no partners.
    path(
        "admin/pages/<int:page_id>/privacy/",
        require_admin_access(set_visibility),
        name="visibility",
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<str:document_filename>", serve_document, name="document"),
    path("documents/", include(wagtaildocs_urls)),
    path("signed-in-with-provider/", come_back, name="openid_connect_callback"),
    # Uploads may belong to restricted pages: each is looked at before it is given away.
    path(f"{settings.MEDIA_URL.lstrip('/')}<path:name>", serve_image, name="image"),
    path("", first_visit, name="first_visit"),
    re_path(r"^was/?$", declaration),
    path("health/", health, name="health"),
    path("styleguide/", styleguide, name="styleguide"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    *i18n_patterns(
        path("account/", include("accounts.sign_in.urls")),
        path("cases/", include("cases.urls")),
        path("search/", include("search.urls")),
        path("", include("pathways.urls")),
        # Wagtail's own door would let people in without the second step.
        path("_util/login/", admin_door),
        path("", include(wagtail_urls)),
    ),
]
