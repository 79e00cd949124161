"""The front page, the lists and the pages for readers, in every language of the portal."""

from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from ruamel.yaml import YAML
from wagtail.models import Locale, Page, Site

from home.models import HomePage, PortalSettings
from pathways.translation.texts import translate_plain

from .information import make_information

SITE_FILE = Path(__file__).parent / "site.yaml"
SOURCE = "en"


def make_tree():
    """Make what is missing; what is there stays as it is.

    :returns: the English front page.
    """
    locales = {
        code: Locale.objects.get_or_create(language_code=code)[0]
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    }
    home, names = None, {}
    for described in YAML(typ="safe").load(SITE_FILE)["pages"]:
        model = apps.get_model(described["model"])
        page = model.objects.filter(locale=locales[SOURCE]).first()
        if page is None:
            page = _create(model, described[SOURCE], locales[SOURCE], home)
        for code, locale in locales.items():
            if code != SOURCE and not page.has_translation(locale):
                translate_plain(page, locale, described[code])
        home = home or page
        names[described["name"]] = page.pk
    make_information(home, locales, names)
    return home


def _create(model, texts, locale, home):
    page = model(**texts, locale=locale)
    if home is None:
        _welcome_page().delete()
        Page.get_first_root_node().add_child(instance=page)
        _set_site(page)
    else:
        home.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def _set_site(root):
    """Full addresses, in mails for example, begin as the portal's own does."""
    base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = base.port or (443 if base.scheme == "https" else 80)
    site, _created = Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": root, "hostname": base.hostname, "port": port},
    )
    PortalSettings.for_site(site)  # or the first reader's request would write it


def _welcome_page():
    """The page that Wagtail's own migration puts there; nothing else is touched."""
    return (
        Page.objects.filter(depth=2)
        .exclude(pk__in=HomePage.objects.values("pk"))
        .filter(content_type__model="page", slug="home")
    )
