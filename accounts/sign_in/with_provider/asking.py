"""Asking the provider over the network: for a short while, and believing little of the answer."""

import json
import time
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.providers.oauth2.client import OAuth2Error

WAIT = 4  # seconds for each sign of life
LONGEST = 10  # seconds for a whole answer
MOST = 256 * 1024  # bytes
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class ProviderSilent(OAuth2Error):
    """The provider cannot be reached, takes too long or is broken."""


class ProviderStrange(OAuth2Error):
    """The provider says something that is not to be trusted."""


def is_safe(url):
    """Whether the address may be asked or shown: over TLS, or on this very machine."""
    try:
        parts = urlsplit(url)
        here = parts.hostname in THIS_MACHINE
    except (ValueError, AttributeError, TypeError):
        return False
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and here))


def ask(url, method="GET", **kwargs):
    """The JSON object that an address answers with. It is not followed elsewhere.

    :raises ProviderSilent: if there is no answer in time.
    :raises ProviderStrange: if it is anything but a JSON object of a sensible size.
    """
    if not is_safe(url):
        raise ProviderStrange("an address without TLS")
    try:
        status, body = _read(url, method, kwargs)
    except requests.RequestException as error:
        raise ProviderSilent(type(error).__name__) from None
    if status >= 500:
        raise ProviderSilent(f"status {status}")
    if status != 200:
        raise ProviderStrange(f"status {status}")
    try:
        answer = json.loads(body)
    except ValueError:
        raise ProviderStrange("an answer that is not JSON") from None
    if not isinstance(answer, dict):
        raise ProviderStrange("an answer that is not an object")
    return answer


def _read(url, method, kwargs):
    until = time.monotonic() + LONGEST
    body = bytearray()
    with requests.request(
        method, url, timeout=WAIT, allow_redirects=False, stream=True, **kwargs
    ) as response:
        # Byte by byte, or a slow drip would hold the reading of a whole block.
        for byte in response.iter_content(1):
            body += byte
            if len(body) > MOST:
                raise ProviderStrange("an answer without end")
            if time.monotonic() > until:
                raise ProviderSilent("a drip")
        return response.status_code, bytes(body)
