"""Rows that moved to another page take their translations along.

The page that a row came from may be published before or after the one it went to.
"""

from wagtail.search import index
from wagtail_localize.models import StringTranslation

from pathways.models import SourceInBulk


def bring_moved_rows(page):
    """Rows that stand on another page in other languages come after.

    :param page: a live page of the source language.
    """
    for relation in page.row_relations():
        model = relation.related_model
        keys = model.objects.filter(page_id=page.pk).values("translation_key")
        strays = (
            model.objects.filter(translation_key__in=keys)
            .exclude(page__translation_key=page.translation_key)
            .select_related("page")
        )
        for row in strays:
            _bring(row, page)


def _bring(row, page):
    left = row.page
    twin = page.get_translation_or_none(row.locale)
    if twin is None or type(row).objects.filter(page=twin, key=row.key).exists():
        row.delete()
    else:
        type(row).objects.filter(pk=row.pk).update(page=twin)
        index.insert_or_update_object(twin)
    index.insert_or_update_object(left)
    for source in SourceInBulk.objects.filter(object_id=left.translation_key):
        source.update_from_db()


def carry_strings(page, source, translations):
    """Texts of rows that moved here, from the contexts of the page that they came from.

    :param source: the page's own, up to date.
    """
    relations = {relation.get_accessor_name() for relation in page.row_relations()}
    for translation in translations:
        locale = translation.target_locale_id
        waiting = {
            (path, string): context
            for path, string, context in source.stringsegment_set.annotate_translation(locale)
            .filter(translation__isnull=True)
            .values_list("context__path", "string_id", "context_id")
            if path.partition(".")[0] in relations
        }
        known = (
            StringTranslation.objects.filter(
                locale_id=locale,
                has_error=False,
                context__path__in={path for path, _string in waiting},
            )
            .exclude(context__object_id=source.object_id)
            .select_related("context")
            if waiting
            else []
        )
        for text in known:
            context = waiting.pop((text.context.path, text.translation_of_id), None)
            if context:
                text.pk, text.context_id = None, context
                text._state.adding = True
                text.save()
