"""What every kind of site has in common."""

from .database import with_options
from .environment import BASE_DIR, VAR_DIR, env
from .headers import *  # noqa: F403
from .logs import *  # noqa: F403
from .provider import *  # noqa: F403
from .sign_in import *  # noqa: F403
from .sign_in import SIGN_IN_APPS

BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "portal",
    "search",
    "cases",
    "home",
    "pathways",
    "accounts",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.admin.apps.PortalUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    *SIGN_IN_APPS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.headers.ContentSecurityPolicyMiddleware",
    "portal.headers.same_site_only",
    "portal.headers.kept_nowhere",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.languages.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.visibility.middleware.kept_for_nobody_else",
    "accounts.access_log.middleware.access_log",
    "django.contrib.messages.middleware.MessageMiddleware",
    "accounts.sign_in.sessions.SessionEndsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sign_in.second_step.SecondStepMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "accounts.personal_numbers.middleware.PersonalNumberMiddleware",
    "pathways.editions.middleware.BrokenEditionMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "home.context_processors.navigation",
                "cases.context_processors.casework",
                "accounts.sign_in.context.languages",
                "accounts.sign_in.context.provider",
            ],
        },
    }
]

# Data

DATABASE_URL = env("DATABASE_URL", default="").strip() or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
DATABASES = {"default": with_options(env.db_url_config(DATABASE_URL))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In files, since all processes must see it: a new language's front page is announced through it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    }
}
REDIS_URL = env("REDIS_URL", default="")
if REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
        }
    }
    SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

MEDIA_ROOT = env("MEDIA_ROOT", default=str(VAR_DIR / "media"))
MEDIA_URL = "/media/"
# Made again whenever they are missing; may be emptied at any time.
PDF_ROOT = env("PDF_ROOT", default=str(VAR_DIR / "pdf"))
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.storage.WholeStyleSheetStorage"},
}

WHITENOISE_ALLOW_ALL_ORIGINS = False

# Background jobs: a queue in the database, and what the tick puts there each minute.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
MINUTE_TASKS = [
    "pathways.tasks.publish_due_editions",
    "cases.tasks.move_cases",
    "cases.tasks.send_mails",
    "cases.tasks.erase",
]
# From which hour of the day, where a team works, its people get the day's mail.
DAILY_MAIL_HOUR = env.int("DAILY_MAIL_HOUR", default=6)

# A long InlinePanel sends more than Django's thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Accounts whose password is printed: on sites for trying out only.
DEMO_ACCOUNTS = False

# Mail

globals().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="portal@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Languages

LANGUAGE_CODE = env("LANGUAGE_CODE", default="en")
LANGUAGES = [("nb", "Norsk bokmål"), ("da", "Dansk"), ("fi", "Suomi"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["portal.formats"]
TIME_ZONE = env("TIME_ZONE", default="Europe/Oslo")
USE_I18N = True
USE_TZ = True

# Wagtail

WAGTAIL_SITE_NAME = "Pathway Portal"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# True would put the source language's text live in a translation that is not finished.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# Search

# The engine of the site's own database, unless an Elasticsearch is named.
ELASTICSEARCH_URL = env("ELASTICSEARCH_URL", default="")
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends.database"}}
if ELASTICSEARCH_URL:
    WAGTAILSEARCH_BACKENDS = {
        "default": {"BACKEND": "search.backends.elasticsearch", "URL": ELASTICSEARCH_URL}
    }
# How long editors see what was searched for.
SEARCH_REPORT_DAYS = env.int("SEARCH_REPORT_DAYS", default=90)
# Lists of word forms, made once; may be emptied at any time.
SEARCH_DICTIONARIES = env("SEARCH_DICTIONARIES", default=str(VAR_DIR / "words"))

# One password shared by many says nothing about who read the page.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
# No request to another host: neither for portraits nor for news about versions.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []
# Documents only through the view that checks who is asking.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "home.uploads.GuardedDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
DOCUMENT_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
# Never SVG: a drawing can carry a script.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.uploads.GuardedImageForm"
