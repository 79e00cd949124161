"""From an item to its method and back; what is for staff is opened here, what is for few is not."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from pathways.models import MethodPage
from portal.demo.casework import make_case

from .screens import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(client, kim):
    """The address of a step with a method, in a case that Kim has open."""
    client.force_login(kim)
    return address("step", make_case(kim, until="internal-information"), step="first-meeting")


def guided(client, step):
    """The rows of the step that lead to a method."""
    rows = client.get(step).context["checklist"].rows
    return [row for row in rows if row.guidance and "/method/" in row.guidance.url]


def close(key, kind, group=None):
    page = MethodPage.objects.filter(key=key).order_by("pk").first()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    if group:
        restriction.groups.add(group)


def key_of(row):
    return row.guidance.url.partition("/method/")[2].partition("/")[0].partition("?")[0]


def test_a_method_leads_back_to_the_item(client, step):
    method = client.get(guided(client, step)[0].guidance.url)
    assert method.status_code == 200
    assert f"{step}?round=1#item-" in method.content.decode()


def test_a_method_for_staff_is_opened_from_the_case(client, step):
    row = guided(client, step)[0]
    close(key_of(row), PageViewRestriction.LOGIN)
    assert row.guidance in [again.guidance for again in guided(client, step)]
    assert client.get(row.guidance.url).status_code == 200


def test_a_method_for_few_is_neither_named_nor_opened(client, step):
    row = guided(client, step)[0]
    few = Group.objects.create(name="A few")
    close(key_of(row), PageViewRestriction.GROUPS, few)
    assert row.guidance not in [again.guidance for again in guided(client, step)]
    assert client.get(row.guidance.url).status_code == 404
