"""Ways to the portal in a language that the page itself does not have."""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def front_pages_beside(context):
    """Links to front pages in languages that the switcher cannot name for this page."""
    navigation = context.get("navigation")
    if not navigation:
        return []
    has = {language["code"] for language in context.get("languages", [])}
    return [front for front in navigation.fronts if front.lang not in has]
