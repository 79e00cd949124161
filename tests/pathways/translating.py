"""Small words for tests about pages in two languages: Danish the source, English the other."""

from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from pathways.models import StepPage


def page_in(language, key, model=StepPage):
    """A page as it stands in the database."""
    return model.objects.get(key=key, locale__language_code=language)


def items_in(language, key="opening"):
    """The live checklist of a step: ``{key: item}``, in order."""
    return {item.key: item for item in page_in(language, key).items.order_by("sort_order")}


def translation_of(page, language="en"):
    """The record by which localize knows the translation."""
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


def publish(page):
    """As an editor does: save the draft, publish it. Gives the page as it then stands."""
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def change_item(key, /, step="opening", **fields):
    """Publish the Danish step with other values on one of its items."""
    page = page_in("da", step)
    item = page.items.get(key=key)
    for name, value in fields.items():
        setattr(item, name, value)
    page.items.add(item)
    return publish(page)


def say(page, text, words, language="en"):
    """What a translator does: one text of a page gets its translation."""
    source = TranslationSource.objects.get_for_instance(page)
    for segment in source.stringsegment_set.filter(string__data=text):
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            locale=Locale.objects.get(language_code=language),
            context_id=segment.context_id,
            defaults={"data": words, "translation_type": "manual"},
        )
