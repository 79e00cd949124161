"""Only what opens this door publishes in a pathway that has an edition."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

_open = ContextVar("publishing_is_open", default=False)


def is_open():
    """Whether a release is publishing here and now."""
    return _open.get()


@contextmanager
def publishing():
    """Let pages be published, inside of a transaction that does nothing else.

    :raises RuntimeError: outside of one, where a failure would leave half a release.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a release publishes inside of a transaction")
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)
