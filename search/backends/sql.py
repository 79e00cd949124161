"""What the two databases share: the statement around the look-up of terms."""

from contextlib import contextmanager

from django.db import DatabaseError, connection, transaction

from .engine import EngineFailure, Row

TABLE = "search_terms"

# Terms are looked up once: PostgreSQL would do so for each entry until it knows how many there are.
_ROWS = """
WITH found(id, score) AS MATERIALIZED ({found})
SELECT e.id, found.score, e.object_id, e.content_type_id, e.language, e.facets, e.path, e.live,
       e.prior
FROM found JOIN search_entry e ON e.id = found.id
WHERE e.root = %s
"""


class SqlEngine:
    """Terms lie in the site's own database, and change in the transaction of the page."""

    key = "entry_id"

    def __init__(self, params):
        self.params = params

    def found(self, question):
        """``(statement, parameters)`` that gives entries with their scores."""
        raise NotImplementedError

    def rows(self, question, root, content_types=None):
        statement, parameters = self.found(question)
        sql = _ROWS.format(found=statement)
        if content_types is not None:
            marks = ", ".join(["%s"] * len(content_types))
            sql += f" AND e.content_type_id IN ({marks})"
        with _failures(), connection.cursor() as cursor:
            cursor.execute(sql, [*parameters, root, *(content_types or [])])
            return [Row(*row[:7], bool(row[7]), row[8]) for row in cursor.fetchall()]

    def remove(self, ids):
        self._in_chunks(f"DELETE FROM {TABLE} WHERE {self.key} IN ", ids)  # noqa: S608

    def clear(self):
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608

    def start_rebuild(self):
        """Each entry is replaced in place, so that there is always one to find."""

    def finish_rebuild(self):
        """Nothing to swap."""

    def refresh(self):
        """A database sees at once what it was given."""

    def _in_chunks(self, statement, ids, size=500):
        ids = list(ids)
        with connection.cursor() as cursor:
            for start in range(0, len(ids), size):
                chunk = ids[start : start + size]
                cursor.execute(statement + "(" + ", ".join(["%s"] * len(chunk)) + ")", chunk)


@contextmanager
def _failures():
    """A failed look-up leaves the transaction of the request as it was."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        raise EngineFailure(str(error)) from error
