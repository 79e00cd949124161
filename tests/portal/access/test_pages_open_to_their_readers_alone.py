"""The access matrix of pages: each kind, restricted in each way, live or not, for each reader."""

from datetime import timedelta
from itertools import product

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, get_page_models

from accounts.models import Organisation, PartnerAccess
from accounts.roles import Role
from tests.accounts.people import make_organisation, make_person

from .answers import DOOR, IN, NOT_THERE, meaning
from .world import ANONYMOUS, ROLES, SUPERUSER, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.endurance, pytest.mark.once]
KINDS = [
    "home.HomePage",
    "home.InformationPage",
    "pathways.PathwayIndexPage",
    "pathways.PathwayPage",
    "pathways.PhasePage",
    "pathways.StepPage",
    "pathways.MethodIndexPage",
    "pathways.MethodPage",
    "pathways.TemplateIndexPage",
    "pathways.DocumentTemplatePage",
    "pathways.ArticleIndexPage",
    "pathways.ArticlePage",
]
NAMED, ENDED, OTHER = "the named partner", "one whose day has passed", "another partner"
READERS = (*ROLES, NAMED, ENDED, OTHER)
STAFF = set(Role) - {Role.PARTNER} | {SUPERUSER}
PUBLIC, FOR_STAFF, BELOW, PARTNERS, SOME_ROLES = "public", "staff", "below", "partners", "roles"
# Who is let in, and what an anonymous reader gets where that is somebody else.
TABLE = {
    PUBLIC: (set(READERS), IN),
    FOR_STAFF: (STAFF, DOOR),
    BELOW: (STAFF, DOOR),
    # With whom we work is nobody else's business.
    PARTNERS: (STAFF | {NAMED}, NOT_THERE),
    SOME_ROLES: ({Role.EDITOR, SUPERUSER}, DOOR),
}
STATES = ("live", "draft")


def expected(restriction, state, reader):
    let_in, at_the_door = TABLE[restriction]
    if state == "draft":
        return NOT_THERE
    if reader in let_in:
        return IN
    return at_the_door if reader == ANONYMOUS else NOT_THERE


def test_every_kind_of_page_has_its_rows():
    assert {model._meta.label for model in get_page_models()} - {"wagtailcore.Page"} == set(KINDS)
    assert len(KINDS) * len(TABLE) * len(STATES) * len(READERS) > 1000


@pytest.fixture
def partners():
    kind = Organisation.Kind.PARTNER
    return {name: make_organisation(kind=kind, name=name) for name in (NAMED, ENDED, OTHER)}


@pytest.fixture
def clients(partners):
    """One for each reader, signed in."""
    found = {}
    for reader in READERS:
        found[reader] = Client()
        if reader in partners:
            person = make_person(Role.PARTNER, organisation=partners[reader])
            found[reader].force_login(person)
        else:
            sign_in(found[reader], reader)
    return found


def restrict(page, restriction, partners):
    if restriction == PUBLIC:
        return
    where = page.get_parent() if restriction == BELOW else page
    kind = "groups" if restriction == SOME_ROLES else "login"
    made = PageViewRestriction.objects.create(page=where, restriction_type=kind)
    if restriction == SOME_ROLES:
        made.groups.add(Group.objects.get(name=Role.EDITOR.value))
    if restriction == PARTNERS:
        today = timezone.localdate()
        for name, until in ((NAMED, today), (ENDED, today - timedelta(days=1))):
            PartnerAccess.objects.create(restriction=made, organisation=partners[name], until=until)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_answers_its_readers_and_no_others(demo, clients, partners, kind, size):
    """A sample asks for each cell as a fifth of the readers, others each time."""
    model, wrong, every = apps.get_model(kind), [], size(sampled=5, full=1)
    page = model.objects.filter(live=True, locale__language_code="en").order_by("pk").first()
    for number, (restriction, state) in enumerate(product(TABLE, STATES)):
        PageViewRestriction.objects.all().delete()
        Page.objects.filter(pk=page.pk).update(live=state == "live")
        restrict(page, restriction, partners)
        for reader in READERS[number % every :: every]:
            answer = meaning(clients[reader].get(page.url))
            if answer != expected(restriction, state, reader):
                wrong.append(f"{restriction}, {state}, {reader}: {answer}")
    assert not wrong, "\n".join([f"{page.url} as", *wrong])
