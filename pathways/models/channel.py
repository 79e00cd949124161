"""The ways in which one tries to reach somebody."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Channel(models.TextChoices):
    """How a client was contacted, or is to be."""

    PHONE = "phone", pgettext_lazy("contact", "phone")
    SMS = "sms", pgettext_lazy("contact", "text message")
    MAIL = "mail", pgettext_lazy("contact", "e-mail")
    LETTER = "letter", pgettext_lazy("contact", "letter")
    VISIT = "visit", pgettext_lazy("contact", "visit")
    MEETING = "meeting", pgettext_lazy("contact", "meeting elsewhere")
    NETWORK = "network", pgettext_lazy("contact", "through the closest network")
    PARTNER = "partner", pgettext_lazy("contact", "through a partner")
