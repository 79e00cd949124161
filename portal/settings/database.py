"""The database connection: SQLite made safe for many writers, or PostgreSQL as it comes."""

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",  # readers do not wait for a writer
    "PRAGMA synchronous = FULL",  # an acknowledged tick survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what was erased is not left in the file
    "PRAGMA recursive_triggers = ON",  # or INSERT OR REPLACE goes past a delete trigger
)

SQLITE_OPTIONS = {
    "init_command": ";".join(SQLITE_PRAGMAS),
    # A transaction that will write takes its lock at once: a later upgrade could only fail.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
}


def with_options(database):
    """Return a database's settings, as parsed from its address, with its engine's options."""
    if database["ENGINE"].endswith("sqlite3"):
        return {**database, "OPTIONS": {**SQLITE_OPTIONS, **database.get("OPTIONS", {})}}
    return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, **database}
