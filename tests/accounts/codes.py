"""The app on a person's phone."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)

PERIOD = 30


class Phone:
    """Shows codes, with a clock that may be off by whole periods."""

    def __init__(self, secret):
        self.secret = secret.replace(" ", "")

    def code(self, periods_off=0):
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // PERIOD + periods_off))


def give_second_step(user):
    """Gives the user's phone and recovery codes."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    assert Authenticator.objects.filter(user=user).count() == 2
    return Phone(secret), codes
