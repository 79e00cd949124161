"""PostgreSQL: a vector of terms whose weights are the tiers, and a GIN index."""

from django.db import connection

from search.indexing.tiers import TIERS

from .base import SearchBackend as BaseBackend
from .sql import TABLE, SqlEngine

CREATE = (
    f"CREATE TABLE IF NOT EXISTS {TABLE} (entry_id bigint PRIMARY KEY, terms tsvector NOT NULL)",
    f"CREATE INDEX IF NOT EXISTS {TABLE}_terms ON {TABLE} USING gin (terms)",
)


class PostgresqlEngine(SqlEngine):
    """The four weights of a vector are our four tiers."""

    def put(self, entries):
        rows = [[entry.pk, _vector(terms)] for entry, terms in entries]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE} (entry_id, terms) VALUES (%s, %s::tsvector) "  # noqa: S608
                "ON CONFLICT (entry_id) DO UPDATE SET terms = EXCLUDED.terms",
                rows,
            )

    def found(self, question):
        values, parameters = [], []
        for word in question.words:
            cases = []
            for choice in word.choices:
                for tier, value in choice.met():
                    cases.append(
                        f"CASE WHEN terms @@ %s::tsquery THEN {value * word.weight:.6f} ELSE 0 END"
                    )
                    parameters.append(_match(choice, tier))
            values.append(f"GREATEST({', '.join(cases)})")
        columns = ", ".join(f"{value} AS v{number}" for number, value in enumerate(values))
        score = " + ".join(f"v{number}" for number in range(len(values)))
        count = " + ".join(f"(v{number} > 0)::int" for number in range(question.asked))
        anything = " | ".join(
            f"({_match(choice, None)})" for word in question.words for choice in word.choices
        )
        statement = (
            f"SELECT id, ({score})::float8 FROM (SELECT entry_id AS id, {columns} FROM {TABLE} "  # noqa: S608
            f"WHERE terms @@ %s::tsquery OFFSET 0) AS met WHERE {count} >= {question.need}"
        )
        return statement, [*parameters, anything]


def _vector(terms):
    return " ".join(f"'{term}':1{tier.upper()}" for tier in TIERS for term in terms[tier])


def _match(choice, tier):
    """A choice as PostgreSQL writes it; terms hold neither quotes nor backslashes."""
    sign = ("*" if choice.prefix else "") + (tier.upper() if tier else "")
    suffix = ":" + sign if sign else ""
    return " & ".join(
        "(" + " | ".join(f"'{term}'{suffix}" for term in sorted(group)) + ")"
        for group in choice.groups
    )


class SearchBackend(BaseBackend):
    """For modelsearch."""

    engine_class = PostgresqlEngine
