"""A pathway's editions, the pages of one of them, and how two of them differ."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from pathways.models import PathwayEdition
from pathways.reading.difference import as_text
from pathways.reading.edition import NotInEdition, of_edition
from pathways.reading.links import Link

from .address import comparison_url, edition_url, page_address
from .comparing import ChooseForm, compared
from .gate import Gate
from .listing import listing_view
from .standing import standings
from .surroundings import around_edition, edition_name, mark_of


def editions(request, key):
    """All editions of a pathway, and a form that chooses two of them to compare."""
    gate = Gate(key, request, get_language())
    if gate.closed:
        return gate.turn_away(gate.closed)
    known = standings(key)
    if not known.all:
        raise Http404
    form = ChooseForm(known, request.GET if request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect(
            comparison_url(key, form.cleaned_data["before"], form.cleaned_data["after"])
        )
    context = around_edition(gate, key, "pathways:editions", languages=gate.versions)
    context |= {"view": listing_view(gate, key, known), "form": form}
    return render(request, "pathways/archive/editions.html", context)


def pathway(request, key, number):
    """The pathway as an edition has it."""
    return _page(request, key, number, "pathway", key)


def phase(request, key, number, phase):
    """A phase of an edition."""
    return _page(request, key, number, "phase", phase)


def step(request, key, number, step):
    """A step of an edition."""
    return _page(request, key, number, "step", step)


def comparison(request, key, before, after):
    """How two editions differ."""
    gate = Gate(key, request, get_language())
    if gate.closed:
        return gate.turn_away(gate.closed)
    view = compared(gate, key, (before, after), standings(key))
    context = around_edition(
        gate, key, "pathways:edition_comparison", before, after, languages=None
    )
    return render(request, "pathways/archive/comparison.html", context | {"view": view})


def comparison_text(request, key, before, after):
    """The same as plain text."""
    gate = Gate(key, request, get_language())
    if gate.closed:
        return gate.turn_away(gate.closed)
    view = compared(gate, key, (before, after), standings(key))
    text = as_text(view.difference, f"{view.pathway.title}: {view.title}")
    headers = {"X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=headers)


def _page(request, key, number, kind, page_key):
    gate = Gate(key, request, get_language())
    closed = gate.closed or gate.closed_below(kind, page_key)
    if closed:
        return gate.turn_away(closed)
    known = standings(key)
    standing = known.of(number)
    if standing is None:
        raise Http404
    edition = PathwayEdition.objects.of(key).for_reading().get(number=number)
    reading = of_edition(
        edition,
        get_language(),
        request,
        address=page_address(key, number),
    )
    try:
        view = reading.pathway() if kind == "pathway" else getattr(reading, kind)(page_key)
    except NotInEdition as missing:
        raise Http404 from missing
    name, args, trail = "pathways:edition", [number], []
    if kind != "pathway":
        name, args = f"{name}_{kind}", [number, page_key]
        trail = [Link(edition_name(number), edition_url(key, number))]
    context = around_edition(gate, key, name, *args, languages=edition.languages(), trail=trail)
    context |= {"view": view, "mark": mark_of(gate, key, standing, known, reading)}
    return render(request, f"pathways/archive/{kind}.html", context)
