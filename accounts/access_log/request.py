"""Which request is being answered, for what is recorded deep inside of it."""

from contextvars import ContextVar

_current = ContextVar("request", default=None)


def current_request():
    """The request that is being answered here, or None outside of one."""
    return _current.get()


class answering:
    """A context: this request is being answered."""

    def __init__(self, request):
        self.request = request

    def __enter__(self):
        self.token = _current.set(self.request)

    def __exit__(self, *_error):
        _current.reset(self.token)
