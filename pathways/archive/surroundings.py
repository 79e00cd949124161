"""What stands around a page of an edition: the way here, the languages, and the mark on top."""

from dataclasses import dataclass, replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pathways.reading.links import Link
from pathways.reading.surroundings import languages_of_address, surroundings

from .address import comparison_url, edition_url, editions_url
from .standing import Standing


@dataclass(frozen=True)
class Mark:
    """What a reader must know who reads an edition and not the pathway itself."""

    edition: Standing
    instead: Link | None
    replaced_by: Link | None
    changes: Link | None
    all: Link
    missing_language: bool


def mark_of(gate, key, standing, known, reading) -> Mark:
    """:param known: all `Standings`."""
    live = gate.pathway.live
    in_force, before = known.in_force, known.before(standing.number)
    return Mark(
        edition=standing,
        instead=gate.link if live and in_force else None,
        replaced_by=_edition_link(key, standing.replaced_by) if standing.replaced_by else None,
        changes=before and _changes_link(key, before.number, standing.number),
        all=Link(_("All editions"), editions_url(key)),
        missing_language=reading.language != get_language(),
    )


def edition_name(number):
    """“Edition 2”."""
    return _("Edition %(number)s") % {"number": number}


def _edition_link(key, number):
    return Link(edition_name(number), edition_url(key, number))


def _changes_link(key, before, after):
    words = _("What changed since edition %(number)s") % {"number": before}
    return Link(words, comparison_url(key, before, after))


def around_edition(gate, key, view_name, *args, languages, trail=()) -> dict:
    """Breadcrumbs from the front page down, and the languages of an address.

    :param languages: codes of those that can be read; all if not given.
    :param trail: links after the list of editions.
    """
    around = surroundings(gate.pathway, gate.request)
    crumbs = [replace(link, lang=gate.foreign) for link in around["breadcrumbs"]]
    crumbs += [gate.link] if gate.pathway.live else []
    if view_name != "pathways:editions":
        crumbs.append(Link(_("Editions"), editions_url(key)))
    return {
        "breadcrumbs": [*crumbs, *trail],
        "languages": languages_of_address(gate.request, view_name, key, *args, only=languages),
        "noindex": True,
        "note": around["note"],
    }
