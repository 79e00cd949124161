"""What is no page of the tree: the glossary, the pathways side by side, who does what."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.visibility import reader_of
from accounts.visibility.serving import refuse

from .models import GlossaryTerm, PathwayIndexPage, PathwayPage
from .reading.comparison import comparison_view
from .reading.glossary import base_term, glossary_view, languages_of_term, term_view
from .reading.in_force import read_in_force
from .reading.links import Link, link_to
from .reading.surroundings import languages_of_address, surroundings
from .reading.who import PARAMETER, who_view


def glossary(request):
    """All words of the reader's language."""
    return render(
        request,
        "pathways/glossary.html",
        {
            "view": glossary_view(get_language()),
            "languages": languages_of_address(request, "pathways:glossary"),
            "breadcrumbs": [],
        },
    )


def term(request, slug):
    """One word; 404 where the language does not have it."""
    published = GlossaryTerm.objects.select_related("locale")
    found = published.filter(slug=slug, locale__language_code=get_language()).first()
    view = term_view(found, request) if found else base_term(slug, get_language())
    if view is None:
        raise Http404
    existing = languages_of_term(slug)
    context = {
        "view": view,
        "languages": languages_of_address(request, "pathways:term", slug, only=existing),
        "breadcrumbs": [Link(_("Words explained"), reverse("pathways:glossary"))],
    }
    return render(request, "pathways/term.html", context)


def comparison(request):
    """The pathways side by side."""
    language = get_language()
    above = PathwayIndexPage.objects.live().filter(locale__language_code=language)
    context = {
        "view": comparison_view(request, language),
        "languages": languages_of_address(request, "pathways:comparison"),
        "breadcrumbs": [
            link_to(page, request, language) for page in above.select_related("locale")
        ],
    }
    return render(request, "pathways/comparison.html", context)


def who_does_what(request, key):
    """Who does what across a pathway; ``?who=`` asks for one role or organisation."""
    pathways = PathwayPage.objects.live().select_related("locale", "case_holder")
    page = get_object_or_404(pathways, key=key, locale__language_code=get_language())
    if not reader_of(request).may_read(page):
        return refuse(page, request)
    view = who_view(read_in_force(page), request)
    around = surroundings(page, request)
    context = around | {
        "view": view,
        "breadcrumbs": [*around["breadcrumbs"], view.pathway],
        "languages": languages_of_address(
            request,
            "pathways:who",
            key,
            only={version["code"] for version in around["languages"]},
            keep={PARAMETER: view.chosen.slug} if view.chosen and view.chosen.is_role else {},
        ),
    }
    return render(
        request, "pathways/who_does_what.html", context, status=404 if view.unknown else 200
    )
