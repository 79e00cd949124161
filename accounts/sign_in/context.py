"""What every page of the door shows."""

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

# Whose address is the same in all languages but for its beginning.
ADDRESSES = ("account/", "cases/")


def languages(request):
    """``languages`` for the door and for cases; pages of the tree bring their own."""
    match = getattr(request, "resolver_match", None)
    ours = tuple(f"{get_language()}/{beginning}" for beginning in ADDRESSES)
    if match is None or not match.route.startswith(ours):
        return {}
    return {"languages": [_choice(request, *language) for language in settings.LANGUAGES]}


def _choice(request, code, name):
    url = translate_url(request.get_full_path(), code)
    absolute_url = request.build_absolute_uri(url)
    current = code == get_language()
    return {
        "code": code,
        "name": name,
        "url": url,
        "absolute_url": absolute_url,
        "current": current,
    }


def provider(request):
    """``provider_name``: what people call the other way in, or nothing where there is none."""
    return {"provider_name": settings.OIDC_NAME if settings.OIDC_ISSUER else ""}
