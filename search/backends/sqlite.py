"""The embedded engine: SQLite's FTS5."""

from django.db import connection

from .base import SearchBackend as BaseBackend
from .sql import TABLE, SqlEngine

CREATE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(a, b, c, d, detail=column, "
    "prefix='3 4 5', tokenize=\"unicode61 remove_diacritics 0 tokenchars '~^>!=_%+'\")"
)


class SqliteEngine(SqlEngine):
    """One column a tier; every look-up gives the entries in which a term stands in that tier."""

    key = "rowid"

    def put(self, entries):
        rows = [[entry.pk, *map(" ".join, terms.values())] for entry, terms in entries]
        self.remove(row[0] for row in rows)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (rowid, a, b, c, d) VALUES (%s, %s, %s, %s, %s)",  # noqa: S608
                rows,
            )

    def found(self, question):
        looks, parameters = [], []
        for number, word in enumerate(question.words):
            for choice in word.choices:
                for tier, value in choice.met():
                    looks.append(
                        f"SELECT rowid, {number}, {value * word.weight:.6f} "  # noqa: S608
                        f"FROM {TABLE} WHERE {TABLE} MATCH %s"
                    )
                    parameters.append(_match(choice, tier))
        statement = (
            "SELECT id, SUM(value) FROM (SELECT id, word, MAX(value) AS value FROM ("  # noqa: S608
            f"SELECT 0 AS id, 0 AS word, 0 AS value WHERE 0 UNION ALL {' UNION ALL '.join(looks)}"
            ") GROUP BY id, word) GROUP BY id "
            f"HAVING SUM(word < {question.asked}) >= {question.need}"
        )
        return statement, parameters


def _match(choice, tier):
    """A choice as FTS5 writes it. Terms are letters, digits and our own signs: quotes are safe."""
    star = " *" if choice.prefix else ""
    groups = [
        "(" + " OR ".join(f'"{term}"{star}' for term in sorted(group)) + ")"
        for group in choice.groups
    ]
    return (f"{{{tier}}} : " if tier else "") + "(" + " AND ".join(groups) + ")"


class SearchBackend(BaseBackend):
    """For modelsearch."""

    engine_class = SqliteEngine
