"""PostgreSQL: a vector of terms whose weights are the tiers, and a GIN index."""

from operator import itemgetter

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
            value, matches = _value(word)
            values.append(value)
            parameters += matches
        columns = ", ".join(f"{value} AS v{number}" for number, value in enumerate(values))
        score = " + ".join(f"v{number}" for number in range(len(values)))
        count = " + ".join(f"(v{number} > 0)::int" for number in range(question.asked))
        anything = " | ".join(_anywhere(word) for word in question.words)
        statement = (
            f"SELECT id, ({score})::float8 FROM (SELECT entry_id AS id, {columns} FROM {TABLE} "  # noqa: S608
            f"WHERE terms @@ %s::tsquery OFFSET 0) AS met WHERE {count} >= {question.need}"
        )
        return statement, [*parameters, anything]


def _vector(terms):
    return " ".join(f"'{term}':1{tier.upper()}" for tier in TIERS for term in terms[tier])


def _value(word):
    """``(expression, parameters)`` of what a word counts in an entry: the most that it meets.

    Most entries lack most words, and looking once is enough for those; then the best comes first.
    """
    met = [(value, choice, tier) for choice in word.choices for tier, value in choice.met()]
    met.sort(key=itemgetter(0), reverse=True)
    cases = " ".join(
        f"WHEN terms @@ %s::tsquery THEN {value * word.weight:.6f}" for value, _choice, _tier in met
    )
    matches = [_match(choice, tier) for _value, choice, tier in met]
    expression = f"CASE WHEN NOT terms @@ %s::tsquery THEN 0 {cases} ELSE 0 END"
    return expression, [_anywhere(word), *matches]


def _anywhere(word):
    return " | ".join(f"({_match(choice, None)})" for choice in word.choices)


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
