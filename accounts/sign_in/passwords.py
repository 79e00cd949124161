"""Passwords that anybody at work would try first."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST_WORD = 4
ENOUGH = 8  # characters beside such words


class LocalWordsValidator:
    """Refuses a password that is little more than words that belong to this place.

    They are the portal's name and address, what its roles, organisations and teams are called,
    and ``PASSWORD_WORDS``.
    """

    def validate(self, password, user=None):
        """Leave out all such words and look at what is left."""
        left = password.casefold()
        for word in sorted(_local_words(), key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < min(ENOUGH, len(password)):
            raise ValidationError(
                _("Others here would soon guess this: it is made of words from your work."),
                code="password_local_words",
            )

    def get_help_text(self):
        return _("Not made of words from your work, such as the name of your organisation.")


def _local_words():
    from accounts.models import Organisation, Team
    from accounts.roles import Role

    texts = [settings.WAGTAIL_SITE_NAME, urlsplit(settings.BASE_URL).hostname or ""]
    texts += [*settings.PASSWORD_WORDS, settings.OIDC_NAME, *Role.values]
    texts += [str(role.label) for role in Role]
    texts += Organisation.objects.values_list("name", flat=True)
    texts += Team.objects.values_list("name", flat=True)
    words = re.findall(r"\w+", " ".join(texts).casefold())
    return {word for word in words if len(word) >= SHORTEST_WORD}
