"""The steps that make a site out of the installed code."""

import os
import subprocess

from .places import PYTHON, REQUIREMENTS, ROOT, VAR
from .stamps import Stamps, fingerprint
from .stop import Stop

DATABASE = VAR / "db.sqlite3"
STATIC_SOURCES = [app.parent / "static" for app in ROOT.glob("*/apps.py")]
DEMO_SOURCES = [ROOT / "portal" / "demo", ROOT / "pathways" / "document"]


def environment(settings, port):
    """Return the environment in which the site's own commands run."""
    return {
        "BASE_URL": f"http://127.0.0.1:{port}",
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }


def prepare(environ, progress, static=True):
    """Compile, migrate, load and collect whatever is not yet as the code wants it."""
    stamps = Stamps(VAR / "stamps")
    # A database elsewhere may have been replaced since, and one that is gone certainly was.
    unknown_database = environ.get("DATABASE_URL") or not DATABASE.exists()
    for name, title, command, mark in _steps(static):
        must = unknown_database and name in ("schema", "demo")
        if must or not stamps.fresh(name, mark):
            progress.step(title)
            manage(command, environ)
            stamps.set(name, mark)


def manage(command, environ):
    """Run one of Django's commands, whose own output says what went wrong if it does."""
    arguments = [str(PYTHON), "manage.py", *command]
    if subprocess.call(arguments, cwd=str(ROOT), env=environ):
        raise Stop("The step `manage.py {}` failed: see above.".format(" ".join(command)))


def _steps(static):
    packages = fingerprint([REQUIREMENTS / "base.txt"])
    messages = fingerprint(ROOT.glob("locale/*/LC_MESSAGES/django.po"))
    schema = fingerprint(ROOT.glob("*/migrations/*.py"), packages)
    demo = fingerprint(DEMO_SOURCES, schema)
    yield "messages", "Compiling the languages", ["messages", "compile"], messages
    yield "schema", "Setting up the database", ["migrate", "--verbosity=0"], schema
    yield "demo", "Loading the demo content", ["load_demo"], demo
    if static:
        collect = ["collectstatic", "--noinput", "--clear", "--verbosity=0"]
        mark = fingerprint(STATIC_SOURCES, packages)
        yield "static", "Collecting static files", collect, mark
