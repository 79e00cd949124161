"""What the portal believes of an OpenID Connect provider; the library asks for less proof.

Every ID token must be signed by one of the provider's published keys, and be made by it, for
this portal, for this very sign-in. Of what it says only the address and the name are used.
"""

import hashlib
import hmac
from functools import cached_property
from urllib.parse import quote

import jwt
from allauth.account.models import EmailAddress
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.urls import reverse

from accounts.personal_numbers import find

from .asking import ProviderStrange, ask, is_safe

# Signed with a private key: a shared secret, or nothing, would prove less.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")
CLOCKS_APART = 60  # seconds
LONGEST_NAME = 150


class Adapter(OpenIDConnectOAuth2Adapter):
    """Talks to the provider. ``state`` is what was remembered when the person left for it."""

    state = {}

    @cached_property
    def openid_config(self):
        """Where the provider's addresses are, as it publishes it.

        :raises ProviderStrange: if it is somebody else's, or an address is missing or without TLS.
        """
        provider = self.get_provider()
        issuer = provider.app.settings["server_url"]
        config = ask(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        if config.get("issuer") != issuer:
            raise ProviderStrange("another issuer in its configuration")
        for name in ADDRESSES:
            if not is_safe(config.get(name)):
                raise ProviderStrange(f"no usable {name}")
        return config

    def get_client(self, request, app):
        """Writes the address to leave by; asking for tokens is done below."""
        back = self.get_callback_url(request, app)
        return self.client_class(request, app.client_id, app.secret, "POST", "", back)

    def get_callback_url(self, request, app):
        return build_absolute_uri(request, reverse("openid_connect_callback"))

    def get_access_token_data(self, request, app, client, pkce_code_verifier=None):
        """Exchange the code, with the proof that it was this portal that asked for it."""
        data = {
            "grant_type": "authorization_code",
            "code": request.GET["code"],
            "redirect_uri": self.get_callback_url(request, app),
            "code_verifier": pkce_code_verifier,
        }
        secrets = {"client_id": app.client_id, "client_secret": app.secret}
        if self.basic_auth:
            answer = ask(
                self.access_token_url, "POST", data=data, auth=tuple(map(quote, secrets.values()))
            )
        else:
            answer = ask(self.access_token_url, "POST", data=data | secrets)
        if not isinstance(answer.get("access_token"), str):
            raise ProviderStrange("no access token")
        return answer

    def parse_token(self, data):
        """Nothing of it is kept."""
        return super().parse_token({"access_token": data["access_token"]})

    def complete_login(self, request, app, token, *, response):
        claims = self._claims_of(response.get("id_token"), app)
        if "email" not in claims and "userinfo_endpoint" in self.openid_config:
            headers = {"Authorization": f"Bearer {token.token}"}
            more = ask(self.profile_url, headers=headers)
            if more.get("sub") != claims["sub"]:
                raise ProviderStrange("another person's information")
            claims = {**more, **claims}
        return self.get_provider().sociallogin_from_response(request, claims)

    def _claims_of(self, token, app):
        keys = ask(self.openid_config["jwks_uri"])
        try:
            claims = jwt.decode(
                token,
                _key_for(token, keys),
                algorithms=ALGORITHMS,
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                leeway=CLOCKS_APART,
                options={"require": ["iss", "sub", "aud", "exp", "iat"]},
            )
        except (jwt.PyJWTError, TypeError, ValueError) as error:
            raise ProviderStrange(f"an ID token with {type(error).__name__}") from None
        if claims.get("azp", app.client_id) != app.client_id:
            raise ProviderStrange("an ID token for somebody else")
        nonce = (self.state.get("data") or {}).get("nonce", "")
        if not nonce or not hmac.compare_digest(str(claims.get("nonce")).encode(), nonce.encode()):
            raise ProviderStrange("an ID token for another sign-in")
        return claims


def _key_for(token, published):
    """The published key that the token names, or the only one."""
    keys = jwt.PyJWKSet.from_dict(published).keys
    wanted = jwt.get_unverified_header(token).get("kid")
    fitting = [key for key in keys if wanted in (None, key.key_id)]
    if len(fitting) != 1:
        raise ProviderStrange("an ID token with an unknown key")
    return fitting[0]


class Provider(OpenIDConnectProvider):
    """What is kept of a person: which account it is, and nothing that the provider tells."""

    oauth2_adapter_class = Adapter
    pkce_enabled_default = True

    def get_callback_url(self):
        return reverse("openid_connect_callback")

    def get_login_url(self, request, **kwargs):
        return reverse("openid_connect_login")

    def extract_uid(self, data):
        """A digest: some providers know people by their personal number."""
        return hashlib.sha256(f"{data['iss']} {data['sub']}".encode()).hexdigest()

    def extract_extra_data(self, data):
        return {}

    def extract_common_fields(self, data):
        return {
            "email": _email(data),
            "name": _name(data, "name"),
            "first_name": _name(data, "given_name"),
            "last_name": _name(data, "family_name"),
        }

    def extract_email_addresses(self, data):
        """The address, verified only if the provider says so in as many words.

        For domains that it vouches for, the library takes silence for a yes.
        """
        email = _email(data)
        verified = data.get("email_verified") is True
        return [EmailAddress(email=email, verified=verified, primary=True)] if email else []


def _email(data):
    """The address, unless the provider itself says that nobody has looked whose it is."""
    email = data.get("email")
    return email if isinstance(email, str) and data.get("email_verified") is not False else ""


def _name(data, part):
    """A name that fits, without a personal number beside it."""
    name = data.get(part)
    return name[:LONGEST_NAME] if isinstance(name, str) and not find(name) else ""
