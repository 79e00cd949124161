"""What partners need of every pathway: who may refer, what is agreed, what clients are asked."""

from django.db.models import prefetch_related_objects

from pathways.models import PathwayPage
from pathways.reading.links import link_to
from pathways.reading.lists import listed
from pathways.reading.pathway import consent_words, referral_groups


def referral(request, language) -> dict:
    """``pathways`` that name referrers or agreements."""
    found = []
    for page in _pathways(request, language, "referral_sources", "agreements"):
        groups, agreements = referral_groups(page), list(page.agreements.all())
        if groups or agreements:
            found.append(
                {
                    "link": link_to(page, request, language),
                    "groups": groups,
                    "agreements": [
                        {"partner": row.partner, "text": row.text} for row in agreements
                    ],
                }
            )
    return {"pathways": found}


def consents(request, language) -> dict:
    """``pathways`` that ask for consents."""
    found = []
    for page in _pathways(request, language, "consents__consent"):
        asked = [consent_words(row.consent) for row in page.consents.all()]
        if asked:
            found.append({"link": link_to(page, request, language), "consents": asked})
    return {"pathways": found}


def _pathways(request, language, *relations):
    pages = listed(PathwayPage, request, language)
    prefetch_related_objects(pages, *relations)
    return pages
