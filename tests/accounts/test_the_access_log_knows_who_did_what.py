import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from accounts.access_log import Outcome, Verb, record
from accounts.models import AccessEntry
from accounts.roles import Role

from .codes import give_second_step
from .people import join, make_person, make_team

PASSWORD = "long-and-never-said"


@pytest.fixture
def person(db):
    return make_person(Role.READER, email="ada@example.org")


def last(verb):
    return AccessEntry.objects.filter(verb=verb).first()


def sign_in(client, email, password):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_a_sign_in_and_a_sign_out(client, person):
    sign_in(client, person.email, PASSWORD)
    entry = last(Verb.SIGNED_IN)
    assert (entry.actor_id, entry.outcome) == (person.pk, Outcome.DONE)
    assert (entry.object_type, entry.object_id) == ("accounts.user", str(person.pk))
    assert entry.route == "account_login"
    client.post(reverse("account_logout"))
    assert last(Verb.SIGNED_OUT).actor_id == person.pk


@pytest.mark.parametrize(("email", "known"), [("ada@example.org", True), ("eve@e.org", False)])
def test_a_failed_sign_in_without_what_was_typed(client, person, email, known):
    sign_in(client, email, "wrong-and-typed-by-hand")
    entry = last(Verb.SIGNED_IN)
    assert (entry.actor_id, entry.outcome) == (None, Outcome.FAILED)
    assert entry.object_id == (str(person.pk) if known else "")
    rows = str([*AccessEntry.objects.values()])
    assert email not in rows
    assert "wrong-and-typed" not in rows


def test_a_wrong_code_and_what_protects_the_account(
    client, person, django_capture_on_commit_callbacks
):
    give_second_step(person)
    sign_in(client, person.email, PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    entry = last(Verb.SIGNED_IN)
    assert (entry.object_id, entry.outcome) == (str(person.pk), Outcome.FAILED)
    client.force_login(person)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_generate_recovery_codes"))
    assert last(Verb.SECOND_STEP_CHANGED).object_id == str(person.pk)
    new = {"password1": "quite-another-one-now", "password2": "quite-another-one-now"}
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **new})
    assert last(Verb.PASSWORD_CHANGED).object_id == str(person.pk)


def test_an_invitation_and_that_it_was_taken_back(client, db):
    client.force_login(make_person(Role.ADMINISTRATOR))
    data = {"email": "new@example.org", "language": "en"}
    client.post(reverse("invitation:add"), data)
    invited = last(Verb.INVITED)
    client.post(reverse("invitation:delete", args=[invited.object_id]))
    assert last(Verb.UNINVITED).object_id == invited.object_id
    assert "new@example.org" not in str([*AccessEntry.objects.values()])


@pytest.mark.parametrize("path", ["/admin/reports/access-log/", "/admin/invitation/new/"])
def test_who_was_sent_away(client, db, path):
    editor = make_person(Role.EDITOR)
    client.force_login(editor)
    for method, verb in ((client.get, Verb.VIEWED), (client.post, Verb.CHANGED)):
        method(path)
        entry = last(verb)
        assert (entry.actor_id, entry.outcome) == (editor.pk, Outcome.REFUSED)
        assert entry.route


def test_who_has_no_business_in_the_admin(client, person):
    client.force_login(person)
    assert client.get("/admin/", follow=True).status_code == 403
    assert (last(Verb.VIEWED).actor_id, last(Verb.VIEWED).outcome) == (person.pk, Outcome.REFUSED)


def test_the_same_from_anywhere_else(person):
    assert authenticate(email=person.email, password="wrong") is None
    assert last(Verb.SIGNED_IN).outcome == Outcome.FAILED


def test_a_role_is_given_and_taken_from_either_side(person):
    editors = Group.objects.get(name=Role.EDITOR.value)
    for give, take in (
        (lambda: person.groups.add(editors), lambda: person.groups.remove(editors)),
        (lambda: editors.user_set.add(person), editors.user_set.clear),
        (lambda: person.groups.set([editors]), person.groups.clear),
    ):
        give()
        given = last(Verb.ROLE_GIVEN)
        assert (given.object_id, given.related_id) == (str(person.pk), str(editors.pk))
        take()
        taken = last(Verb.ROLE_TAKEN)
        assert (taken.object_id, taken.related_id) == (str(person.pk), str(editors.pk))
        assert taken.pk > given.pk


def test_an_administrator_is_named_with_the_role_that_was_given(client, person):
    administrator = make_person(Role.ADMINISTRATOR)
    client.force_login(administrator)
    client.post(
        reverse("wagtailusers_users:edit", args=[person.pk]),
        {
            "email": person.email,
            "first_name": "Ada",
            "last_name": "Berg",
            "groups": [Group.objects.get(name=Role.EDITOR.value).pk],
        },
    )
    entry = last(Verb.ROLE_GIVEN)
    assert entry.actor_id == administrator.pk
    assert entry.route == "wagtailusers_users:edit"
    assert last(Verb.ACCOUNT_CHANGED).object_id == str(person.pk), "the account was closed"


def test_becoming_a_superuser(person):
    person.is_superuser = True
    person.save()
    assert last(Verb.ACCOUNT_CHANGED).object_id == str(person.pk)
    count = AccessEntry.objects.count()
    person.first_name = "Ada"
    person.save()
    assert AccessEntry.objects.count() == count


def test_coming_into_a_team_and_leaving_it(person):
    membership = join(person, make_team())
    for change, verb in (
        (lambda: None, Verb.MEMBER_ADDED),
        (membership.save, Verb.MEMBER_CHANGED),
        (membership.delete, Verb.MEMBER_REMOVED),
    ):
        change()
        entry = last(verb)
        assert (entry.object_id, entry.related_id) == (str(membership.team_id), str(person.pk))


def test_who_may_read_a_page(db):
    page = Page.objects.filter(depth=2).first()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    count = AccessEntry.objects.filter(verb=Verb.VISIBILITY_CHANGED).count()
    restriction.groups.add(Group.objects.get(name=Role.PARTNER.value))
    restriction.delete()
    entries = AccessEntry.objects.filter(verb=Verb.VISIBILITY_CHANGED)
    assert entries.count() >= count + 2
    assert {(entry.object_type, entry.object_id) for entry in entries} == {
        ("wagtailcore.page", str(page.pk))
    }


def test_what_a_role_may_do(db):
    group = Group.objects.get(name=Role.EDITOR.value)
    group.permissions.clear()
    assert last(Verb.ROLE_CHANGED).object_id == str(group.pk)


def test_an_export_of_any_list(client, db):
    superuser = make_person(is_superuser=True)
    client.force_login(superuser)
    client.get(reverse("wagtailadmin_reports:site_history"), {"export": "csv"})
    entry = last(Verb.EXPORTED)
    assert (entry.actor_id, entry.route) == (superuser.pk, "wagtailadmin_reports:site_history")


def test_an_entry_stands_with_what_it_tells_of(db):
    with transaction.atomic():
        record(Verb.CHANGED)
        transaction.set_rollback(True)
    assert last(Verb.CHANGED) is None
