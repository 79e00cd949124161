"""Stands before wagtail-localize where it would publish what is not translated yet."""

from django.urls import path
from wagtail import hooks

from .views import UpdateTranslations, answer_early_publish, keep_own_texts

FIRST = -10


@hooks.register("before_edit_page", order=FIRST)
def page_waits_for_its_texts(request, page):
    """Every text first, then the Publish button."""
    return answer_early_publish(request, page)


@hooks.register("before_edit_snippet", order=FIRST)
def word_waits_for_its_texts(request, instance):
    """The same for words."""
    return answer_early_publish(request, instance)


@hooks.register("register_admin_urls", order=FIRST)
def localize_addresses():
    """The same addresses as wagtail-localize's; the first ones are found."""
    return [
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", keep_own_texts),
    ]


@hooks.register("construct_page_action_menu")
def no_way_back_to_the_source_text(menu_items, request, context):
    """Pages of guidance are no copies of their source in another language."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
