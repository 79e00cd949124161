"""axe finds nothing on what leads, partners and officers see, nor while a procedure changes."""

import uuid

import pytest
from django.utils import timezone

from accounts.models import Organisation
from accounts.roles import Role
from cases.models import Case, Retention
from cases.services.handing_over import ask
from cases.services.moves import ask_for_move
from portal.demo.casework import PATHWAY, make_case, show_to
from tests.accounts.people import make_organisation, make_person

from .moving import released, say, work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OUTCOME = "no-contact"


def test_a_lead_while_a_procedure_changes(look, worker, ada):
    case = make_case(worker, until="calling-meeting", alias="Blåt hus")
    others = [make_case(worker, days_ago=days) for days in (9, 8)]
    ask(case=case, user=worker, person=ada, team=case.team)
    edition = released(say("calling-meeting/choose-participants", "Vælg, hvem der skal med"))
    move = ask_for_move(
        user=worker,
        edition=edition,
        cases=Case.objects.filter(pk=others[0].pk),
        form_token=uuid.uuid4(),
    )
    work()
    for name in ("team", "team_figures", "changed", "my_day"):
        look(ada, name)
    for name in ("case", "edition", "log", "sheet"):
        look(ada, name, case)
    look(ada, "changed_pathway", key=PATHWAY)
    look(worker, "move", move=move.pk)


def test_a_partner(look, worker):
    bank = make_organisation(kind=Organisation.Kind.PARTNER, name="Banken")
    teller = make_person(Role.PARTNER, organisation=bank)
    sharing = show_to(make_case(worker, until="internal-information"), worker, bank)
    look(teller, "shared")
    look(teller, "shared_case", sharing=sharing.pk)


def test_a_privacy_officer(look, demo):
    officer = make_person(Role.PRIVACY_OFFICER)
    Retention.objects.create(outcome=OUTCOME, months=1, holds_from=timezone.localdate())
    for name in ("retention", "find_log"):
        look(officer, name)
    look(officer, "retention_change", outcome=OUTCOME)
