"""A real OpenID Connect provider: Django OAuth Toolkit with settings and a database of its own.

``python -m tests.accounts.provider PORT FOLDER`` serves it on this machine.
"""

import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from tests.accounts.provider import CLIENT, PASSWORD, PEOPLE, SECRET

port, folder = int(sys.argv[1]), Path(sys.argv[2])
key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

settings.configure(
    SECRET_KEY="only-for-tests",
    ALLOWED_HOSTS=["127.0.0.1"],
    USE_TZ=True,
    ROOT_URLCONF="tests.accounts.provider.urls",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "db.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "oauth2_provider",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    SESSION_COOKIE_NAME="provider-session",
    CSRF_COOKIE_NAME="provider-csrf",
    LOGIN_URL="/login/",
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "DIRS": [Path(__file__).parent],
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    ],
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True,
        "OIDC_ISS_ENDPOINT": f"http://127.0.0.1:{port}/o",
        "OIDC_RSA_PRIVATE_KEY": key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        ).decode(),
        "PKCE_REQUIRED": True,
        "SCOPES": {"openid": "", "profile": "", "email": ""},
        "OAUTH2_VALIDATOR_CLASS": "tests.accounts.provider.claims.Claims",
    },
)
django.setup()


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *_words):
        pass


def fill():
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from oauth2_provider.models import Application

    call_command("migrate", verbosity=0)
    for name, (email, _verified) in PEOPLE.items():
        get_user_model().objects.create_user(
            name, email, PASSWORD, first_name=name.capitalize(), last_name="Berg"
        )
    Application.objects.create(
        name="Portal",
        client_id=CLIENT,
        client_secret=SECRET,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        redirect_uris="http://testserver/signed-in-with-provider/ "
        "http://127.0.0.1/signed-in-with-provider/",
        algorithm=Application.RS256_ALGORITHM,
        skip_authorization=True,
    )


if __name__ == "__main__":
    from django.core.wsgi import get_wsgi_application

    fill()
    application = get_wsgi_application()
    server = make_server("127.0.0.1", port, application, server_class=Server, handler_class=Quiet)
    print("ready", flush=True)
    server.serve_forever()
