"""What deleting leaves on the disk, until it is swept."""

from django.apps import apps
from django.core.cache import cache
from django.db import connection

from cases.models import ErasedCase

SWEPT = "cases.erased-and-swept"


def sweep():
    """Let nothing of erased cases be left in the files of the database.

    Deleted rows stay there until something is written over them. Safe to call at any time: what
    could not be swept, or was interrupted, is swept the next time; where nothing was erased since,
    nothing is done.
    """
    if connection.in_atomic_block:
        return
    newest = ErasedCase.objects.order_by("-pk").values_list("pk", flat=True).first()
    if newest is None or cache.get(SWEPT) == newest:
        return
    with connection.cursor() as cursor:
        if _SWEEPERS[connection.vendor](cursor):
            cache.set(SWEPT, newest, timeout=None)


def _empty_the_log(cursor):
    """SQLite overwrites what it deletes, but its log holds the pages as they were."""
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    is_read_by_others, _pages, _written = cursor.fetchone()
    return not is_read_by_others


def _write_tables_anew(cursor):
    """PostgreSQL only marks rows as deleted. Each table is locked for the moment that it takes.

    What was deleted is kept while a transaction runs that began before.
    """
    cursor.execute("SELECT pg_current_xact_id()::text::bigint")
    [now] = cursor.fetchone()
    cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
    [oldest] = cursor.fetchone()
    if oldest <= now:
        return False
    for model in apps.get_app_config("cases").get_models():
        table = connection.ops.quote_name(model._meta.db_table)
        cursor.execute(f"VACUUM (FULL) {table}")
    return True


_SWEEPERS = {"sqlite": _empty_the_log, "postgresql": _write_tables_anew}
