"""On SQLite each entry seals those before it: whoever changes one has to change all that follow.

This shows tampering, it does not prevent it: whoever can write the file can write all of it.
"""

import hashlib
import json
from datetime import UTC

from django.db import connection

from accounts.models.access_entry import AccessEntry

SEALED = (
    "actor_id",
    "verb",
    "outcome",
    "object_type",
    "object_id",
    "related_type",
    "related_id",
    "route",
)


def digest_of(entry, previous):
    """The entry's seal.

    :param previous: the seal of the entry before, or an empty string for the first.
    :returns: 64 hexadecimal digits.
    """
    values = [getattr(entry, name) for name in SEALED]
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    text = json.dumps([previous, at, *values], ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def first_broken():
    """Walk through the whole log.

    :returns: the id of the first entry that is not what was written or follows a gap, or None.
    """
    previous, expected = "", 1
    for entry in AccessEntry.objects.order_by("pk").iterator():
        if entry.pk != expected or entry.digest != digest_of(entry, previous):
            return entry.pk
        previous, expected = entry.digest, entry.pk + 1
    return expected if _last_number() >= expected else None


def _last_number():
    """The last number that SQLite gave away."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = %s", [AccessEntry._meta.db_table]
        )
        row = cursor.fetchone()
    return row[0] if row else 0
