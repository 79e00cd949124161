"""The glossary: all words, and a page for each."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import GlossaryTerm
from .reading.glossary import glossary_view, term_view
from .reading.links import Link
from .reading.surroundings import languages_of_address


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
    found = get_object_or_404(
        GlossaryTerm.objects.select_related("locale"),
        slug=slug,
        locale__language_code=get_language(),
    )
    existing = set(
        GlossaryTerm.objects.filter(slug=slug).values_list("locale__language_code", flat=True)
    )
    context = {
        "view": term_view(found, request),
        "languages": languages_of_address(request, "pathways:term", slug, only=existing),
        "breadcrumbs": [Link(_("Words explained"), reverse("pathways:glossary"))],
    }
    return render(request, "pathways/term.html", context)
