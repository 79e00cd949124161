"""An organisation's own accounts as a second way in, by OpenID Connect; without an issuer, none."""

from .environment import SettingMissing, env


def providers(issuer, client_id, secret, name, vouches_for=()):
    """What the library wants to know of one provider.

    :param vouches_for: domains whose addresses are the provider's own, so that its word will do.
    """
    app = {
        "provider_id": "oidc",
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": issuer, "verified_email": [*vouches_for]},
    }
    ours = "accounts.sign_in.with_provider.provider.Provider"
    return {"openid_connect": {"provider_class": ours, "APPS": [app] if issuer else []}}


OIDC_ISSUER = env("OIDC_ISSUER", default="")
OIDC_NAME = env("OIDC_NAME", default="")
# Domains of addresses whose owners come in as readers, without an invitation.
OIDC_OPEN_TO = [domain.lower() for domain in env.list("OIDC_OPEN_TO", default=[])]
SOCIALACCOUNT_PROVIDERS = providers(
    OIDC_ISSUER,
    env("OIDC_CLIENT_ID", default=""),
    env("OIDC_CLIENT_SECRET", default=""),
    OIDC_NAME,
    env.list("OIDC_VOUCHES_FOR", default=[]),
)
SOCIALACCOUNT_ADAPTER = "accounts.sign_in.with_provider.entering.ProviderAdapter"
# An address may be claimed there by anybody: accounts are tied together by verified ones alone.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False

_others = ("OIDC_NAME", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
_missing = [name for name in _others if OIDC_ISSUER and not env(name, default="").strip()]
if _missing:
    raise SettingMissing(
        f"OIDC_ISSUER needs these environment variables too: {', '.join(_missing)}."
    )
