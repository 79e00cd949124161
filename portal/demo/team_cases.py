"""The demo team's cases: one in every state, so that each screen has something to show."""

from django.db import transaction

from accounts.models import Organisation
from cases.models import Case
from cases.services.consultations import count_consultation
from cases.services.retention import keep_for
from pathways.models import PathwayEdition

from .casework import PATHWAY, make_case
from .colleagues import passed_around
from .other_edition import next_edition, withdraw_again


@transaction.atomic
def load_cases(team, worker, lead, night_worker):
    """Make them, once: a team that has cases keeps them as they are.

    Without an edition in force there are none: a site begins with an empty team.
    """
    has_edition = PathwayEdition.objects.in_force().filter(key=PATHWAY).exists()
    if not has_edition or Case.objects.filter(team=team).exists():
        return
    make_case(worker, until="enquiry", days_ago=0, record_number="S-1090")
    make_case(
        worker,
        until="contact",
        days_ago=9,
        visit_declined=True,
        alias="Ved havnen",
        record_number="S-1044",
    )
    blue = make_case(
        worker,
        until="first-meeting",
        days_ago=20,
        shown_to=Organisation.objects.filter(kind=Organisation.Kind.PARTNER).first(),
        alias="Blåt hus",
        record_number="S-1031",
    )
    make_case(
        worker,
        until="external-information",
        days_ago=25,
        consent=True,
        begun=["external-information/collect"],
        withdrawn=True,
        alias="Skovvej",
        record_number="S-0957",
    )
    shared = make_case(
        worker,
        until="coordinating-meeting",
        days_ago=40,
        consent=True,
        consent_ends_in=0,
        set_aside=["internal-information/ask-people"],
        meeting_in=6,
        alias="Lys opgang",
        record_number="S-0915",
    )
    hers = make_case(
        lead,
        until="passing-on",
        days_ago=3,
        given_to=worker,
        alias="Mellem træerne",
        record_number="S-1088",
    )
    make_case(worker, until="contact", days_ago=60, closed="no-contact", record_number="S-0902")
    make_case(
        worker,
        until="contact",
        days_ago=14,
        attempts=[("letter", 6), ("visit", 3), ("phone", 2)],
        deadlines=[("Spørg viceværten om en god tid", 2)],
        alias="Gul opgang",
        record_number="S-1050",
    )
    make_case(
        worker,
        until="needs-assessment",
        days_ago=35,
        paused_for=21,
        alias="Ved søen",
        record_number="S-0940",
    )
    make_case(
        worker,
        until="end",
        days_ago=200,
        pace=12,
        consent=True,
        closed="planned-and-coordinated",
        alias="Bag skolen",
        record_number="S-0760",
    )
    for seen in range(2):
        count_consultation(user=worker, team=team, seen=seen)
    passed_around([blue, shared, hers], worker, lead, night_worker)
    keep_for(user=lead, outcome="no-contact", months=12)
    _on_another_edition(worker)


def _on_another_edition(worker):
    """Two cases of the days in which another edition was in force; in one its item was done."""
    edition = next_edition(PATHWAY, _other_words)
    make_case(worker, until="passing-on", days_ago=5, alias="Gule døre", record_number="S-1082")
    make_case(worker, until="first-meeting", days_ago=6, alias="Bag haven", record_number="S-1079")
    withdraw_again(edition, "Ordlyden ved den første kontakt kunne misforstås.")


def _other_words(pages):
    item = next(item for item in pages["contact"]["items"] if item["key"] == "reach-out")
    item["text"] = {
        "da": "Tag kontakt, og aftal en første samtale",
        "en": "Make contact, and agree on a first conversation",
    }
