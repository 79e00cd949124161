"""The demo content for tests that read it: loaded once a module, gone after it."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from pytest_django.live_server_helper import LiveServer


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo content inside a transaction, for tests that ask the test client."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo_server(django_db_setup, django_db_blocker):
    """A running site with the demo content, for tests with a browser; gives its address."""
    with django_db_blocker.unblock():
        before = connection.creation.serialize_db_to_string()
        call_command("load_demo", verbosity=0)
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
        connection.creation.deserialize_db_from_string(before)
