"""Pathways that a case can follow: those with an edition in force."""

from cases.reading.words.said import Wording
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition


def pathways_in_force() -> list[tuple[str, str]]:
    """Keys and titles, in the order of the titles; one of which only the name is known is none."""
    editions = PathwayEdition.objects.in_force().for_reading()
    procedures = [Procedure(edition) for edition in editions]
    found = [(one.edition.key, str(Wording(one).pathway())) for one in procedures if one.steps]
    return sorted(found, key=lambda pathway: pathway[1])
