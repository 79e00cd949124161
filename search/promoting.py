"""What editors want found first."""

from dataclasses import dataclass

from wagtail.contrib.search_promotions.models import SearchPromotion

from search.analysis import analyse, words_of


@dataclass(frozen=True)
class Promotion:
    """A page or an address outside, with the editors' own words."""

    title: str
    url: str
    description: str


def promotions_for(query, reader, request) -> list[Promotion]:
    """Promotions whose words are those of the question, in whatever form.

    A page shows in the reader's language where it exists, and only to whom it is for.
    """
    asked = _mains(query.words, query.own_language)
    picks = SearchPromotion.objects.select_related("query", "page__locale")
    picks = [pick for pick in picks if _mains(pick.query.query_string, query.own_language) == asked]
    shown = (_shown(pick, reader, request) for pick in picks if asked)
    return [promotion for promotion in shown if promotion]


def _mains(text, language):
    analyses = (analyse(word, language) for word in words_of(text))
    return {analysis.main for analysis in analyses if analysis}


def _shown(pick, reader, request):
    if pick.page is None:
        return Promotion(pick.external_link_text or "", pick.external_link_url, pick.description)
    page = pick.page.localized
    if not page.live or not reader.may_read(page):
        return None
    return Promotion(page.title, page.get_url(request), pick.description)
