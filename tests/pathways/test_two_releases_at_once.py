"""Two editors press the button at the same moment: one edition comes, the other is told."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections

from pathways.editions.plan import Plan
from pathways.editions.release import release, take_edition
from pathways.editions.trouble import ReleaseRefused
from pathways.models import PathwayEdition
from tests.editors import make_editor
from tests.pathways.releasing import assert_readers_see_what_is_in_force, draft, the_pathway

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_releases_at_the_same_moment(sample):
    take_edition(pathway=the_pathway())
    make_editor()
    draft("opening", summary="Both press the button")
    seen = Plan(the_pathway()).hash
    ready, results = threading.Barrier(2), []

    def press():
        user = get_user_model().objects.get(email="editor@example.org")
        ready.wait()
        try:
            edition = release(pathway=the_pathway(), user=user, expected_hash=seen)
            results.append(edition.number)
        except ReleaseRefused as refusal:
            results.append(str(refusal))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results, key=str) == [2, "Nothing has changed since edition 2."]
    assert PathwayEdition.objects.of("sample").count() == 2
    assert_readers_see_what_is_in_force()
    connection.close()
