"""When a page goes live, the live pages of the other languages follow its codes at once.

Deadlines, who, references and order are the same in all languages; texts wait until all of
them are translated (``guard``). Rows are matched by ``translation_key``.
"""

from wagtail.search import index
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from pathways.models import SourceInBulk

from .codes import Words, is_word, own_codes, row_codes, text_fields, write
from .moved import bring_moved_rows, carry_strings


def follow_page(page, _seen=frozenset()):
    """Bring the other languages of a live page up to its codes.

    :param page: saved just now: the source page, or a translation, which then follows its own
        source.
    """
    if page.locale_id in _seen:
        return
    into = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id
        )
        .exclude(source__locale_id=page.locale_id)
        .select_related("source")
        .first()
    )
    if into and not _seen:
        source_page = _live(page, into.source.locale_id)
        if source_page:
            _follow(source_page, page, into)
    if not into:
        bring_moved_rows(page)
    source = _source_of(page)
    if source is None:
        return
    translations = list(source.translations.all())
    if translations:
        source.update_from_db()
        carry_strings(page, source, translations)
    for translation in translations:
        twin = _live(page, translation.target_locale_id)
        if twin:
            _follow(page, twin, translation)
            follow_page(twin, _seen | {page.locale_id})


def follow_word(word):
    """The same for a word of the vocabulary."""
    source = _source_of(word)
    if source is None:
        return
    translations = list(source.translations.all())
    if translations:
        source.update_from_db()
    for translation in translations:
        locale = translation.target_locale_id
        twins = type(word).objects.filter(translation_key=word.translation_key, locale=locale)
        for twin in twins:
            write(twin, own_codes(word, twin, Words(word.locale_id, locale)))


def _source_of(instance):
    return SourceInBulk.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    ).first()


def _live(page, locale_id):
    return (
        type(page)
        .objects.filter(translation_key=page.translation_key, locale_id=locale_id, live=True)
        .first()
    )


def _follow(page, twin, translation):
    words = Words(page.locale_id, twin.locale_id)
    write(twin, own_codes(page, twin, words))
    changed = [
        _follow_rows(relation, page, twin, translation, words) for relation in page.row_relations()
    ]
    if any(changed):
        index.insert_or_update_object(twin)


def _follow_rows(relation, page, twin, translation, words):
    """Whether rows came or went.

    Where the translation has been stopped somebody keeps the page by hand: its rows still get
    their codes, but none comes or goes.
    """
    name, model = relation.get_accessor_name(), relation.related_model
    own = {row.translation_key: row for row in model.objects.filter(page_id=page.pk)}
    theirs = {row.translation_key: row for row in model.objects.filter(page_id=twin.pk)}
    came_or_went = False
    if translation.enabled:
        for key in theirs.keys() - own.keys():
            theirs.pop(key).delete()
            came_or_went = True
    for key, row in own.items():
        if key in theirs:
            write(theirs[key], row_codes(row, words))
        elif translation.enabled:
            came_or_went |= _add_if_complete(name, row, twin, translation, words)
    return came_or_went


def _add_if_complete(name, row, twin, translation, words):
    """Let a row go live whose words and texts the other language already has."""
    required = [field for field in row._meta.concrete_fields if is_word(field) and not field.null]
    if not all(words.has_twin(f.related_model, getattr(row, f.attname)) for f in required):
        return False
    texts = {field.name: "" for field in text_fields(row)}
    if any(getattr(row, text) for text in texts):
        segments = translation.source.stringsegment_set.filter(
            context__path__startswith=f"{name}.{row.translation_key}."
        ).annotate_translation(translation.target_locale_id)
        for path, data in segments.values_list("context__path", "translation"):
            if data is None:
                return False
            texts[path.rpartition(".")[2]] = StringValue(data).render_text()
    added = type(row)(
        page_id=twin.pk,
        locale_id=twin.locale_id,
        translation_key=row.translation_key,
        **row_codes(row, words) | texts,
    )
    added.save()
    return True
