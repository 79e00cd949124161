"""Secrets that must be read again are sealed in the database, with keys made of ours."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text):
    """What the database keeps."""
    return _keys().encrypt(text.encode()).decode()


def unseal(sealed):
    """The text.

    :raises cryptography.fernet.InvalidToken: if it was changed, or sealed with a key of somebody
        else's.
    """
    return _keys().decrypt(sealed.encode()).decode()


def _keys():
    """The key in use, then former ones."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret):
    digest = salted_hmac("sealing", "second step", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
