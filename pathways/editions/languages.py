"""Other languages of what was released: texts come when all of them are translated."""

from wagtail.models import Page
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from pathways.document.pathway import pathway_document
from pathways.models import EditionOnPages, EditionTexts, PathwayPage
from pathways.translation.texts import missing_texts, publish

from .content import language_snapshot
from .opening import is_open
from .reach import is_translation, released_pathway_of


def publish_complete(pages, user=None):
    """Let translations of these pages follow whose texts are all there already.

    :param pages: live pages of the source language, parents first.
    """
    keys = [page.translation_key for page in pages]
    translations = Translation.objects.filter(
        source__object_id__in=keys, source__locale_id=pages[0].locale_id, enabled=True
    ).select_related("source", "target_locale")
    order = {key: number for number, key in enumerate(keys)}
    for translation in sorted(translations, key=lambda t: order[t.source.object_id]):
        twins = Page.objects.filter(
            translation_key=translation.source.object_id, locale=translation.target_locale
        )
        if twins.exists() and not missing_texts(translation.source, translation.target_locale):
            publish(translation, user)


def complete_languages(pathway):
    """Codes of languages in which every live page of the pathway says what its source says.

    A translation is published when all its texts are there, so one that was published after its
    source holds nothing old.
    """
    own = Page.objects.filter(
        path__startswith=pathway.path, locale_id=pathway.locale_id, live=True
    ).values_list("translation_key", "last_published_at")
    changed = dict(own)
    told = {}
    twins = Page.objects.filter(translation_key__in=changed, live=True).exclude(
        locale_id=pathway.locale_id
    )
    for key, code, on in twins.values_list(
        "translation_key", "locale__language_code", "last_published_at"
    ):
        if on and changed[key] and on >= changed[key]:
            told.setdefault(code, set()).add(key)
    return sorted(code for code, keys in told.items() if len(keys) == len(changed))


def attach_languages(pathway, document=None):
    """Attach what is complete to the edition that the pages show."""
    shown = EditionOnPages.objects.filter(key=pathway.key).select_related("edition").first()
    if shown is None:
        return
    languages = complete_languages(pathway)
    document = document or (languages and pathway_document(pathway))
    for language in languages:
        attach(shown.edition, document, language)


def attach(edition, document, language):
    """Let the edition be read in another language too; a correction is another row."""
    snapshot, digest = language_snapshot(document, language, edition)
    known = edition.texts.filter(language=language).order_by("-number").first()
    if known and known.hash == digest:
        return
    EditionTexts.objects.create(
        edition=edition,
        language=language,
        number=known.number + 1 if known else 1,
        snapshot=snapshot,
        hash=digest,
    )


def translation_published(sender, instance, **_kwargs):
    """Receiver of ``page_published``: perhaps the last text that a language waited for."""
    if is_open():
        return
    pathway = released_pathway_of(instance)
    if pathway and is_translation(instance, pathway):
        source = PathwayPage.objects.get(
            key=pathway.key, locale__language_code=pathway.edition_language
        )
        attach_languages(source)


def connect():
    """Called once, when all models are there."""
    page_published.connect(translation_published, dispatch_uid="editions_attach_languages")
