"""The database's side: triggers that refuse, made again after every migration.

SQLite drops a table's triggers without a word when a migration remakes the table.
"""

from django.apps import apps
from django.db import connections

from .base import AppendOnly

REFUSAL = "rows of this table are only added"

_ON_SQLITE = {
    "update": "BEFORE UPDATE OF {columns} ON {table}",
    "delete": "BEFORE DELETE ON {table}",
}
_ON_POSTGRESQL = {
    "update": "BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW",
    "delete": "BEFORE DELETE ON {table} FOR EACH ROW",
    "truncate": "BEFORE TRUNCATE ON {table} FOR EACH STATEMENT",
}
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION portal_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def protected_models():
    """All models whose rows stay."""
    return [model for model in apps.get_models() if issubclass(model, AppendOnly)]


def install(using="default", **_kwargs):
    """Make the triggers that are not there; a ``post_migrate`` receiver."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for model in protected_models():
            if model._meta.db_table in tables:
                for statement in _statements(connection, model):
                    cursor.execute(statement)


def missing(using="default"):
    """Names of triggers that should hold a table and do not.

    :returns: ``[(table, trigger), …]``; tables that are not made yet are left out.
    """
    connection = connections[using]
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                " WHERE t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid)"
            )
        else:
            cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
        found = set(cursor.fetchall())
    expected = [
        (model._meta.db_table, _name(model, event))
        for model in protected_models()
        if model._meta.db_table in tables
        for event in _events(connection)
    ]
    return [pair for pair in expected if pair not in found]


def _events(connection):
    return _ON_POSTGRESQL if connection.vendor == "postgresql" else _ON_SQLITE


def _name(model, event):
    return f"{model._meta.db_table}_no_{event}"


def _statements(connection, model):
    quote = connection.ops.quote_name
    columns = ", ".join(
        quote(field.column)
        for field in model._meta.concrete_fields
        if field.name not in model.may_be_cleared
    )
    for event, when in _events(connection).items():
        name = quote(_name(model, event))
        when = when.format(columns=columns, table=quote(model._meta.db_table))
        if connection.vendor == "postgresql":
            yield f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION portal_append_only()"
        else:
            # Made anew, since a column may have come.
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
