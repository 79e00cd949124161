"""Methods, templates and articles for readers."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pathways.models.method import METHOD_FIELDS

from .blocks import BlockView
from .carried import carried_names
from .common import ProvenanceView, Reading, Review
from .diagram import DiagramView, network_of_template
from .form import FormSection, form_sections, holds_people
from .places import CameFrom, PathwayPlaces
from .terms import TermView


@dataclass(frozen=True, kw_only=True)
class LibraryView:
    """What the three kinds share."""

    key: str
    title: str
    lang: str
    summary: str
    blocks: list[BlockView]
    explained: list[TermView]
    sources: list[BlockView]
    review: Review
    places: list[PathwayPlaces]
    came_from: CameFrom | None


@dataclass(frozen=True, kw_only=True)
class MethodView(LibraryView):
    """A method; only fields that say something."""

    fields: list[dict]


@dataclass(frozen=True, kw_only=True)
class TemplateView(LibraryView):
    """A form as a blank."""

    intro: str
    stages: list[str]
    storage_label: str
    identity_label: str
    holds_personal_data_of_others: bool
    network: DiagramView | None
    sections: list[FormSection]
    rules: list[dict] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class ArticleView(LibraryView):
    """An article."""

    published_on: date | None
    provenance: ProvenanceView | None


def method_view(page, request) -> MethodView:
    """The view of a method."""
    reading = Reading(page, request)
    texts = {name: getattr(page, name) for name in METHOD_FIELDS}
    reading.links.want_in(*texts.values())
    fields = [  # before the blocks, as on the page: a term is explained where it comes first
        {
            "name": name,
            "label": page._meta.get_field(name).verbose_name,
            "html": reading.texts.expand(html),
        }
        for name, html in texts.items()
        if html
    ]
    return MethodView(**reading.common(), **reading.places(), fields=fields)


def template_view(page, request) -> TemplateView:
    """The view of a template."""
    reading = Reading(page, request)
    reading.links.want_in(page.intro, *reading.rich_texts(page.sections))
    return TemplateView(
        **reading.common(),
        **reading.places(),
        intro=reading.links.expand(page.intro),
        stages=page.stages.split("\n") if page.stages else [],
        storage_label=page.get_storage_display(),
        identity_label=page.get_identity_display(),
        holds_personal_data_of_others=holds_people(page.sections),
        network=network_of_template(page.sections),
        sections=form_sections(
            page.sections, reading.links, carried_names(page, reading.links.reader)
        ),
        rules=[
            {"group": rule.group, "words": rule_words(rule), "can_run": rule.can_run}
            for rule in page.screening_rules.all()
        ],
    )


def rule_words(rule) -> str:
    """A screening rule as a sentence."""
    wanted = []
    for category in (1, 2):
        minimum = getattr(rule, f"category_{category}_minimum")
        if minimum:
            counted = ngettext(
                "at least %(count)s criterion in category %(category)s",
                "at least %(count)s criteria in category %(category)s",
                minimum,
            )
            wanted.append(counted % {"count": minimum, "category": category})
    words = _(" and ").join(wanted)
    if rule.distinct_topics:
        words = _("%(rule)s, not under the same topic") % {"rule": words}
    return capfirst(words)


def article_view(page, request) -> ArticleView:
    """The view of an article."""
    reading = Reading(page, request)
    return ArticleView(
        **reading.common(),
        **reading.places(),
        published_on=page.published_on,
        provenance=reading.provenance(),
    )
