"""Words planted in a case are in no log line, cache, index, feed, mail or public page."""

import logging
import re
import uuid
from io import StringIO

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection

from accounts.models import AccessEntry, Organisation
from cases.services.assigning import assign_item
from cases.services.contacts import note_contact
from cases.services.deadlines import set_deadline
from cases.services.pausing import pause_case
from cases.work.clock import today_for
from portal.demo.casework import make_case
from tests.accounts.people import make_organisation

from .screens import ONLY_POST, address, ask, names
from .ticking import State, tick

pytestmark = [pytest.mark.django_db, pytest.mark.once]
CANARY = "kanarifugl"
# A search page repeats the word alone.
PLANTED = rf"{CANARY}(-1| (alias|reason|covers|drawer|note|deadline|pause|label|theme))"
TABLES = {
    "cases_case",
    "cases_caseitem",
    "cases_caseevent",
    "cases_caseconsent",
    "cases_casecontact",
    "cases_casedeadline",
    "cases_casepause",
    "cases_casesharing",
}


@pytest.fixture
def case(kim, ada):
    made = make_case(
        kim,
        until="internal-information",
        consent=True,
        alias=f"{CANARY} alias",
        record_number=f"{CANARY}-1",
        shown_to=make_organisation(kind=Organisation.Kind.PARTNER),
    )
    tick(made, kim, "contact/new-visit", to=State.NOT_RELEVANT, reason=f"{CANARY} reason")
    assign_item(case=made, user=kim, step="contact", item="reach-out", person=ada)
    note_contact(
        case=made,
        user=kim,
        day=made.started_on,
        channel="phone",
        reached=False,
        note=f"{CANARY} note",
    )
    today = today_for(made.team)
    set_deadline(case=made, user=kim, day=today, text=f"{CANARY} deadline")
    pause_case(case=made, user=kim, since=today, until=today, reason=f"{CANARY} pause")
    made.consents.update(covers=f"{CANARY} covers", kept_at=f"{CANARY} drawer")
    made.sharings.update(label=f"{CANARY} label", theme=f"{CANARY} theme")
    return made


@pytest.fixture
def lines():
    """Everything that is logged, however unimportant."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    sql = logging.getLogger("django.db.backends")
    was, sql.disabled = sql.disabled, True  # only while DEBUG is on
    yield stream
    sql.disabled = was
    root.setLevel(level)
    root.removeHandler(handler)


def test_a_planted_word_stays_where_it_was_planted(client, case, kim, lines):
    client.raise_request_exception = False
    client.force_login(kim)
    seen = 0
    for name in set(names()) - {"reopen"}:
        answer = ask(client, name, case)
        seen += CANARY.encode() in answer.content
        assert CANARY not in str(answer.headers)
        if name in ONLY_POST:
            client.get(address(name, case))
    client.post(address("find"), {"words": f"{CANARY}-1"})
    client.post(address("find"), {"words": f"{CANARY} nothing"})
    client.post(address("open"), {"record_number": CANARY, "alias": CANARY})
    client.get(f"/da/cases/{case.pk}/made-up/")
    assert seen > 10
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0, stdout=StringIO())
    assert CANARY not in lines.getvalue()
    assert CANARY not in str([message.message() for message in mail.outbox])
    assert CANARY not in str(getattr(cache, "_cache", {}))
    assert not _tables_with(CANARY) - TABLES
    client.logout()
    for path in (
        "/da/",
        f"/da/search/?q={CANARY}",
        "/da/feeds/outreach-casework.atom",
        "/sitemap.xml",
    ):
        html = client.get(path).content.decode()
        assert not re.search(PLANTED, html)


def test_the_access_log_holds_no_word_of_it(client, case, kim):
    client.force_login(kim)
    ask(client, "case", case)
    values = AccessEntry.objects.filter(object_type="cases.case").values()
    assert CANARY not in str(list(values))
    assert case.reference not in str(list(values))


@pytest.mark.parametrize("name", [name for name in names() if name != "find"])
def test_no_address_holds_a_reference(case, name):
    for words in (case.reference, case.record_number, case.alias):
        assert words not in address(name, case)


def _tables_with(words):
    """Tables in which a column has the words."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            if any(words in str(row) for row in cursor.fetchall()):
                found.add(table)
    return found


def test_the_search_for_planted_words_can_fail(case):
    token = uuid.uuid4().hex
    case.alias = token
    case.save()
    assert _tables_with(token) == {"cases_case"}
