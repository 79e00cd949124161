"""What ``manage.py check --database default`` says about tables that should be protected."""

from django.core.checks import Warning as CheckWarning
from django.db import connections

from .triggers import missing


def check_protection(app_configs, databases=None, **_kwargs):
    """Warnings, not errors: with an error ``migrate`` would refuse to run and could not heal it."""
    for using in databases or []:
        for table, trigger in missing(using):
            yield CheckWarning(
                f"Rows of {table} can be changed: the trigger {trigger} is not there.",
                hint="Run manage.py migrate, which makes it again.",
                id="accounts.W001",
            )
        if not _looks_at_replacements(connections[using]):
            yield CheckWarning(
                "Rows of protected tables can be replaced: recursive_triggers is off.",
                hint="Take the options of the connection from portal.settings.database.",
                id="accounts.W002",
            )


def _looks_at_replacements(connection):
    """Without this SQLite's INSERT OR REPLACE goes past a delete trigger."""
    if connection.vendor != "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers")
        return cursor.fetchone()[0] == 1
