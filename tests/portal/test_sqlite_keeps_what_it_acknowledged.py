import threading
import time

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections, transaction

pytestmark = pytest.mark.only_on("sqlite")


def pragma(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 20_000),
    ],
)
def test_the_connection_is_set_up_for_safety(name, value):
    assert pragma(name) == value


@pytest.mark.django_db(transaction=True)
@pytest.mark.endurance
def test_writers_that_read_first_wait_for_each_other(size, measured):
    """With deferred transactions the second would fail at once with "database is locked"."""
    users = get_user_model().objects
    user = users.create_user("counter@example.org", first_name="0")
    rounds = size(10, 200)
    errors = []

    def count():
        try:
            for _ in range(rounds):
                with transaction.atomic():
                    row = users.get(pk=user.pk)
                    row.first_name = str(int(row.first_name) + 1)
                    row.save(update_fields=["first_name"])
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=count) for _ in range(4)]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured("Writes a second, four writers, SQLite", 4 * rounds / (time.monotonic() - begun), "")
    user.refresh_from_db()
    assert errors == []
    assert int(user.first_name) == 4 * rounds
