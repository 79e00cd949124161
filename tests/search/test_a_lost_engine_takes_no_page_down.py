"""Elasticsearch goes away amid requests and comes back; an index is missing or half built."""

import os
import socket
import threading
from contextlib import suppress

import pytest
from django.db import connection
from django.urls import reverse
from modelsearch.backends import get_search_backend

from search.models import IndexState
from tests.search.conftest import elasticsearch
from tests.search.judging import index_again

LOST = "Search is out of order just now"


class Wire:
    """Passes on to a server what arrives, until it is cut."""

    def __init__(self, port):
        self.port, self.open = port, True
        self.ends = []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        threading.Thread(target=self._let_in, daemon=True).start()

    def _let_in(self):
        with suppress(OSError):
            while True:
                caller, _address = self.door.accept()
                if not self.open:
                    caller.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self.port))
                self.ends += [caller, server]
                for source, target in ((caller, server), (server, caller)):
                    threading.Thread(target=self._pass, args=(source, target), daemon=True).start()

    def _pass(self, source, target):
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)

    def cut(self):
        self.open = False
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self.ends = []

    def mend(self):
        self.open = True


def ask(client, text="zebra"):
    response = client.get(reverse("search:search"), {"q": text})
    assert response.status_code == 200
    return response


@pytest.mark.elasticsearch
def test_results_return_by_themselves(client, home, add, settings):
    port = int(os.environ["TEST_ELASTICSEARCH_URL"].rpartition(":")[2])
    wire = Wire(port)
    backends = elasticsearch("wire")
    backends["default"]["URL"] = wire.address
    settings.WAGTAILSEARCH_BACKENDS = backends
    engine = get_search_backend().engine
    engine.clear()
    index_again()
    page = add(home, "Zebra crossing")
    get_search_backend().refresh_indexes()
    assert [r.title for r in ask(client).context["results"]] == [page.title]
    wire.cut()
    assert LOST in ask(client).text
    assert client.get(reverse("search:suggest"), {"q": "zebra"}).json() == {"suggestions": []}
    assert client.get(page.url).status_code in (200, 404)  # a plain page has no template of its own
    page.title = "Zebra stripes"
    page.save()  # nobody is kept from working
    assert LOST in ask(client).text
    wire.mend()
    assert LOST not in ask(client).text
    assert [r.title for r in ask(client).context["results"]] == ["Zebra stripes"]
    engine.clear()


@pytest.mark.elasticsearch
def test_an_index_that_is_missing_gets_a_plain_message(client, home, settings):
    settings.WAGTAILSEARCH_BACKENDS = elasticsearch("missing")
    engine = get_search_backend().engine
    engine.clear()
    for name in engine.es.indices.get_alias(name=engine.alias):
        engine.es.indices.delete(index=name)
    assert LOST in ask(client).text


def test_a_table_of_terms_that_is_missing_gets_a_plain_message(client, home, add):
    add(home, "Zebra crossing")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_terms")
    assert LOST in ask(client).text


@pytest.mark.parametrize("values", [{"building": True, "version": 1}, {"version": 0}])
def test_an_index_half_built_or_of_an_older_version_answers_and_says_so(client, home, add, values):
    add(home, "Zebra crossing")
    IndexState.objects.update_or_create(pk=1, defaults=values)
    response = ask(client)
    assert [r.title for r in response.context["results"]] == ["Zebra crossing"]
    assert "being built anew" in response.text
