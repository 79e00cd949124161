"""The questions that search is judged by, the pages that answer them, and those that do not."""

import math
import random
from functools import cache
from pathlib import Path

from modelsearch.backends import get_search_backend
from ruamel.yaml import YAML
from wagtail.models import Locale, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import HomePage, InformationPage
from pathways.models import (
    ArticleIndexPage,
    ArticlePage,
    DocumentTemplatePage,
    GlossaryTerm,
    MethodPage,
    PathwayPage,
    PhasePage,
    StepPage,
)
from search.keeping import indexed_later

FOLDER = Path(__file__).parent / "judgements"
LANGUAGES = ("nb", "da", "fi", "en")
KINDS = {
    "pathway": PathwayPage,
    "phase": PhasePage,
    "step": StepPage,
    "method": MethodPage,
    "template": DocumentTemplatePage,
    "article": ArticlePage,
}


@cache
def read(name):
    """One file of judgements."""
    return YAML(typ="safe").load(FOLDER / f"{name}.yaml")


def name_of(page):
    """How the judgements call a page: “step/contact”."""
    kind = next((kind for kind, model in KINDS.items() if isinstance(page, model)), "other")
    return f"{kind}/{page.key}" if kind != "other" else f"other/{page.slug}"


def right_pages(question, language):
    """The pages of a language that answer a question."""
    for name in question["right"]:
        kind, key = name.split("/")
        yield KINDS[kind].objects.get(key=key, locale__language_code=language)


def add_distractors(languages=LANGUAGES, times=1, first=0):
    """Add the pages that answer nothing, `times` over, and index them; return how many.

    :param first: how many times they were added before.
    """
    added = []
    with disable_reference_index_auto_update(), indexed_later():
        for language in languages:
            home = HomePage.objects.get(locale__language_code=language)
            shelf = home.get_children().type(ArticleIndexPage).get()
            locale = Locale.objects.get(language_code=language)
            for number in range(first, first + times):
                for place, (title, summary, text) in enumerate(distractors(language, number)):
                    slug = f"distractor-{language}-{number}-{place}"
                    body = [("text", {"heading": title, "text": f"<p>{text}</p>"})]
                    page = ArticlePage(
                        title=title, slug=slug, key=slug, summary=summary, body=body, locale=locale
                    )
                    added.append(shelf.add_child(instance=page))
    for start in range(0, len(added), 100):
        get_search_backend().add_bulk(ArticlePage, added[start : start + 100])
    get_search_backend().refresh_indexes()
    return len(added)


def index_again():
    """What the database holds, in an engine that holds nothing."""
    backend = get_search_backend()
    for model in (*KINDS.values(), HomePage, InformationPage, Page, GlossaryTerm):
        backend.get_index_for_model(model).add_items(model, model.get_indexed_objects(), again=True)
    backend.refresh_indexes()


def distractors(language, number=0):
    """Title, summary and text of each page that answers nothing."""
    data = read("distractors")[language]
    chance = random.Random(f"{language} {number}")
    end = f" {number + 1}" if number else ""
    for topic in data["topics"]:
        for form in ("routine", "answers"):
            sentences = chance.sample(data["filler"], 7)
            title = data[form].format(topic=topic) + end
            yield title, sentences[0], " ".join([topic.capitalize() + ".", *sentences[1:]])


def recall(found, right):
    """The share of the right pages among those found."""
    return len(set(found) & set(right)) / len(right)


def ndcg(found, right, depth=10):
    """Normalised discounted cumulative gain of the first `depth`."""
    gains = [2 ** right.get(name, 0) - 1 for name in found[:depth]]
    best = [2**grade - 1 for grade in sorted(right.values(), reverse=True)[:depth]]
    return _discounted(gains) / _discounted(best)


def _discounted(gains):
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
