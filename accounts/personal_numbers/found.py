"""What the guard says about a piece of text."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Country(models.TextChoices):
    """Whose personal number it is, by the name people there know."""

    NORWAY = "NO", _("a Norwegian national identity number (fødselsnummer)")
    DENMARK = "DK", _("a Danish personal number (CPR)")
    FINLAND = "FI", _("a Finnish personal identity code (henkilötunnus)")
    SWEDEN = "SE", _("a Swedish personal identity number (personnummer)")


class Certainty(models.IntegerChoices):
    """Whether to ask the writer or to refuse."""

    MAYBE = 1
    SURE = 2


@dataclass(frozen=True)
class Found:
    """A personal number in a text: ``text[start:end]``. The number itself is not kept."""

    country: Country
    certainty: Certainty
    start: int
    end: int
