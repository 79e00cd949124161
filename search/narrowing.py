"""What the results can be narrowed down to, in words, with counts and addresses."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pathways.models import PathwayPage, PhasePage, Role
from pathways.reading.links import LANGUAGE_NAMES
from search.query import SORTS

MOST_VALUES = 8


@dataclass(frozen=True)
class Choice:
    """One way of narrowing down; a chosen one leads back. ``lang`` of the name, if not ours."""

    name: str
    count: int
    url: str
    chosen: bool
    lang: str = ""


@dataclass(frozen=True)
class Facet:
    """Choices of one kind."""

    name: str
    label: str
    choices: list[Choice]


LABELS = {
    "type": pgettext_lazy("search", "Kind"),
    "pathway": pgettext_lazy("search", "Pathway"),
    "phase": pgettext_lazy("search", "Phase"),
    "audience": pgettext_lazy("search", "Who does it"),
}
SORT_LABELS = dict(zip(SORTS, (_("Best first"), _("Newest first"), _("By title")), strict=True))


def facets_of(found, query) -> list[Facet]:
    """Facets that divide the results, or that something has been chosen of."""
    facets = []
    for name, label in LABELS.items():
        counts = found.facets.get(name, {})
        chosen = getattr(query, name)
        # Phases of different pathways have the same names: they say something within one.
        if name == "phase" and not query.pathway:
            continue
        if len(counts) > 1 or chosen:
            names = _NAMES[name]({*counts, chosen} - {""}, query.own_language)
            facets.append(Facet(name, label, _choices(name, counts, chosen, names, query)))
    return facets


def languages_of(found, query) -> list[Choice]:
    """Other languages that something was found in: “also in Danish (3)”."""
    return [
        Choice(LANGUAGE_NAMES[code], count, query.address(language=code), False, lang=code)
        for code, count in found.languages.most_common()
        if code not in (query.language, query.own_language) and code in LANGUAGE_NAMES
    ]


def sorts_of(query) -> list[Choice]:
    """Ways of ordering."""
    return [
        Choice(label, 0, query.address(sort=sort), query.sort == sort)
        for sort, label in SORT_LABELS.items()
    ]


def _choices(name, counts, chosen, names, query):
    values = sorted(counts, key=lambda value: (-counts[value], value))[:MOST_VALUES]
    if chosen and chosen not in values:
        values.append(chosen)
    return [
        Choice(
            name=capfirst(names.get(value, value)),
            count=counts.get(value, 0),
            url=query.address(**_changed(name, value, chosen)),
            chosen=value == chosen,
        )
        for value in values
    ]


def _changed(name, value, chosen):
    """A phase belongs to its pathway, and goes with it."""
    changes = {name: "" if value == chosen else value}
    return {"phase": "", **changes} if name == "pathway" else changes


def _types(values, _language):
    kinds = ContentType.objects.filter(model__in=values)
    return {k.model: str(k.model_class()._meta.verbose_name) for k in kinds if k.model_class()}


def _titles(model):
    def titles(keys, language):
        """In the reader's language where there is a version in it."""
        rows = model.objects.live().filter(key__in=keys)
        rows = rows.values_list("key", "title", "locale__language_code")
        others = {key: title for key, title, _code in rows}
        return others | {key: title for key, title, code in rows if code == language}

    return titles


def _roles(slugs, language):
    roles = Role.objects.filter(slug__in=slugs)
    rows = list(roles.values_list("slug", "name", "locale__language_code"))
    return {s: n for s, n, _c in rows} | {s: n for s, n, code in rows if code == language}


_NAMES = {
    "type": _types,
    "pathway": _titles(PathwayPage),
    "phase": _titles(PhasePage),
    "audience": _roles,
}
