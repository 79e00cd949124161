"""What must be true of a document apart from its form."""

from django.apps import apps
from django.utils.text import slugify
from django.utils.translation import gettext as _

from pathways.document.fields import Kind, declared
from pathways.document.markdown import NotInSubset, references, skeleton, to_html
from pathways.document.nodes import SUBPAGES, VOCABULARY
from pathways.document.references import PAGE_MODELS
from pathways.document.walk import page_references, walk
from pathways.models.branch import DEAD_END_MESSAGES, dead_end

from .check_diagrams import check_diagrams
from .leads import check_carried, check_cycles


def check_document(document, problems):
    """Add every problem of the document's meaning to ``problems``."""
    _check_titles(document, problems)
    _check_required_texts(document, problems)
    known_words, known_pages = _known(document)
    for value in walk(document):
        word = value.kind is Kind.WORD and value.value
        if word and (value.of, word) not in known_words:
            problems.at(value.place, _("“%s” is in no vocabulary.") % word)
        for name in page_references(value):
            if name not in known_pages:
                problems.at(value.place, _("“%s” leads to no page.") % name)
        if value.kind in (Kind.TEXT, Kind.RICH):
            _check_text(document, value, problems)
    _check_branches(document, problems)
    check_diagrams(document, problems)
    check_carried(document, problems)
    check_cycles(document, problems)


def _check_titles(document, problems):
    """A page that exists in a language has a title and an address there."""
    for page in document.pages():
        languages = {document.source_language} | page.title.keys() | page.slug.keys()
        for language in languages:
            for name in ("title", "slug"):
                if language not in getattr(page, name):
                    reason = _("The page has no %s.") % name
                    problems.at((f"{page.KIND}:{page.key}",), reason, language)
        _check_slugs(page, problems)


def _check_slugs(page, problems):
    """An address stays as it is written here: pages are saved with it in its plainest form."""
    for language, slug in page.slug.items():
        if slug != slugify(slug):
            reason = _("Write the slug “%(slug)s” as “%(plain)s”.")
            reason %= {"slug": slug, "plain": slugify(slug)}
            problems.at((f"{page.KIND}:{page.key}",), reason, language)


def _check_required_texts(document, problems):
    """A row says in the source language what its model cannot do without."""
    for page in document.pages():
        model = apps.get_model(page.MODEL)
        for field, meta in declared(page):
            if meta.kind is not Kind.ROWS or field.name in SUBPAGES:
                continue
            row_model = model._meta.get_field(field.name).related_model
            for row in getattr(page, field.name):
                for name in _texts_that_are_missing(row, row_model, document.source_language):
                    place = (f"{page.KIND}:{page.key}", field.name, row.key)
                    reason = _("The text “%s” is missing.") % name
                    problems.at(place, reason, document.source_language)


def _texts_that_are_missing(row, model, language):
    return [
        field.name
        for field, meta in declared(row)
        if meta.kind is Kind.TEXT
        and not model._meta.get_field(field.name).blank
        and language not in getattr(row, field.name)
    ]


def _known(document):
    """Words and pages that can be referred to: the document's own and the portal's."""
    words = {(name, e.slug) for name in VOCABULARY for e in getattr(document, name)}
    for name, node in VOCABULARY.items():
        model = apps.get_model(node.MODEL)
        words |= {(name, slug) for slug in model.objects.values_list("slug", flat=True)}
    pages = {f"{page.KIND}:{page.key}" for page in document.pages()}
    for kind, label in PAGE_MODELS.items():
        keys = apps.get_model(label).objects.values_list("key", flat=True)
        pages |= {f"{kind}:{key}" for key in keys}
    return words, pages


def _check_text(document, value, problems):
    source = document.source_language
    for language, _text in value.value.items():
        if language != source and source not in value.value:
            problems.at(value.place, _("The source language has no such text."), language)
    if value.kind is Kind.RICH:
        refused = [_check_markdown(value.place, *pair, problems) for pair in value.value.items()]
        if source in value.value and not any(refused):
            _check_alike(value, source, problems)


def _check_markdown(place, language, text, problems):
    try:
        to_html(text)
    except NotInSubset as error:
        problems.at(place, _("Rich text has no %s.") % error, language)
        return True
    return False


def _check_alike(value, source, problems):
    """Translation memory pairs strings one by one, so their number and frame must agree."""
    frame, strings = skeleton(value.value[source])
    for language, text in value.value.items():
        if language == source:
            continue
        other_frame, other_strings = skeleton(text)
        if frame != other_frame or len(strings) != len(other_strings):
            reason = _("Paragraphs, lists and headings differ from the source language.")
            problems.at(value.place, reason, language)
        elif list(references(text)) != list(references(value.value[source])):
            reason = _("The links differ from the source language.")
            problems.at(value.place, reason, language)
        else:
            pairs = {}
            for own, theirs in zip(strings, other_strings, strict=True):
                if pairs.setdefault(own, theirs) != theirs:
                    reason = _("“%s” stands twice in the text and is translated in two ways.")
                    problems.at(value.place, reason % own, language)


def _check_branches(document, problems):
    """A branch leads somewhere."""
    for step in (page for page in document.pages() if page.KIND == "step"):
        for branch in step.branches:
            text = branch.text.get(document.source_language)
            field = dead_end(branch.kind, branch.outcome, branch.target, text)
            if field:
                place = (f"step:{step.key}", "branches", branch.key)
                problems.at(place, DEAD_END_MESSAGES[field])
