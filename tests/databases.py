"""How a ready-made test database is copied: files for SQLite, templates for PostgreSQL."""

import os
import shutil
from pathlib import Path

from django.db import connection


def copy_file(source, target):
    """A copy that other processes see whole or not at all."""
    unfinished = f"{target}.{os.getpid()}"
    shutil.copyfile(source, unfinished)
    os.replace(unfinished, target)


class Files:
    """Databases of SQLite: one file each."""

    def __init__(self, shared, base):
        self.shared = shared
        self.folder = Path(base).parent

    def template(self, world):
        return str(self.shared / f"{world}.sqlite3")

    def own(self, name):
        return str(self.folder / f"{name}.sqlite3")

    def exists(self, name):
        return Path(name).exists()

    def copy(self, source, target):
        copy_file(source, target)

    def rename(self, name, to):
        copy_file(name, to)  # it may be on another disk
        self.drop(name)

    def drop(self, name):
        for end in ("", "-wal", "-shm"):
            Path(name + end).unlink(missing_ok=True)


class Templates:
    """Databases of PostgreSQL, copied by the server."""

    def __init__(self, shared, base):
        self.prefix = f"{base.partition('_gw')[0]}_{shared.name}".replace("-", "_")
        self.base = base

    def template(self, world):
        return f"{self.prefix}_{world}"

    def own(self, name):
        return f"{self.base}_{name}"

    def exists(self, name):
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return cursor.fetchone() is not None

    def copy(self, source, target):
        # Copying files is quicker than writing all of them to the log; since PostgreSQL 15 one
        # has to ask for it.
        how = " STRATEGY FILE_COPY" if connection.pg_version >= 150000 else ""
        self._do("CREATE DATABASE {} TEMPLATE {}" + how, target, source)

    def rename(self, name, to):
        self._do("ALTER DATABASE {} RENAME TO {}", name, to)

    def drop(self, name):
        self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _do(self, statement, *names):
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement.format(*map(connection.ops.quote_name, names)))


def databases_of_this_kind(shared, base):
    """What copies databases of the connection's kind.

    :param pathlib.Path shared: a folder that all processes of the run know.
    :param str base: the database that this process was given.
    """
    return (Files if connection.vendor == "sqlite" else Templates)(shared, base)
