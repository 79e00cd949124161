"""The server's own log holds none either: in addresses, tracebacks and mails about errors."""

import io
import logging
import logging.config

import pytest
from django.conf import settings
from django.core import mail
from django.urls import path

from accounts.personal_numbers.logs import NumberlessFormatter
from portal import urls as portal_urls

NUMBERS = ["211062-5629", "2110625629", "15108695088", "131052-308T", "19880320-0016"]


def fail(request):
    raise ValueError(f"cannot read {request.POST['text']}")


urlpatterns = [path("fail/", fail), *portal_urls.urlpatterns]


@pytest.fixture
def written(settings):
    """What the settings' own handlers write to the console."""
    settings.ROOT_URLCONF = __name__
    settings.ADMINS = [("Operator", "operator@example.org")]
    root, django = logging.getLogger(), logging.getLogger("django")
    before = (root.handlers[:], root.level, django.handlers[:])
    logging.config.dictConfig(settings.LOGGING)
    [console] = root.handlers
    console.setStream(io.StringIO())
    yield console.stream.getvalue
    root.handlers, django.handlers = before[0], before[2]
    root.setLevel(before[1])


@pytest.mark.django_db
@pytest.mark.parametrize("number", NUMBERS)
def test_not_in_an_address_nor_in_what_was_typed(client, written, number):
    client.raise_request_exception = False
    client.get(f"/en/{number}/")
    client.post("/fail/", {"text": number})
    text = written()
    assert "Not Found: /en/•" in text
    assert "ValueError: cannot read •" in text
    assert number not in text
    assert mail.outbox == []


def test_times_are_told_in_utc():
    record = logging.LogRecord("x", logging.INFO, "", 0, "said", (), None)
    record.created, record.msecs = 0, 7
    formatter = NumberlessFormatter(
        **{"fmt": settings.LOGGING["formatters"]["numberless"]["format"]}
    )
    assert formatter.format(record) == "1970-01-01T00:00:00.007Z INFO x: said"
