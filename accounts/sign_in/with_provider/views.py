"""To the provider and back."""

import secrets

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import Http404
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .provider import Adapter

PROVIDER = "oidc"


@require_POST
@never_cache
def leave(request):
    """Lead to the provider, by a page: our policy lets no form be answered from elsewhere."""
    limited = ratelimit.consume_or_429(request, action="login")
    if limited:
        return limited
    nonce = secrets.token_urlsafe(24)
    answer = _provider(request).redirect(
        request,
        process=AuthProcess.LOGIN,
        next_url=get_next_redirect_url(request),
        data={"nonce": nonce, "language": translation.get_language()},
        auth_params={"nonce": nonce},
    )
    if answer.status_code != 302:
        return answer
    return render(request, "account/on_the_way.html", {"address": answer.url})


class CameBack(OAuth2CallbackView):
    """Looks at what the provider sends the person back with."""

    def _get_state(self, request, provider):
        """What was remembered, for the proofs to be compared with it; and the language."""
        state, refusal = super()._get_state(request, provider)
        self.adapter.state = state or {}
        language = (self.adapter.state.get("data") or {}).get("language")
        if language:
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return state, refusal


@require_GET
@never_cache
def come_back(request):
    """One address for all languages, since the provider has to know it."""
    _provider(request)
    return CameBack.adapter_view(Adapter(request, PROVIDER))(request)


def _provider(request):
    try:
        return get_adapter().get_provider(request, PROVIDER)
    except SocialApp.DoesNotExist:
        raise Http404 from None
