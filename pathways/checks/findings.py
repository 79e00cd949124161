"""What a check finds, and what it may know besides the document."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from pathways.document.nodes import Document


class Level(models.TextChoices):
    """How much a finding weighs."""

    ERROR = "error", _("must be put right")
    WARNING = "warning", _("please look at it")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or odd.

    :param check: which check found it, by the name of its file.
    :param message: a sentence in the language that was active.
    :param place: as in the document: ("step:contact", "items", "agree").
    :param where: the place as editors know it: “Contact: Agree a time”.
    """

    check: str
    level: Level
    message: str
    place: tuple[str, ...]
    where: str

    @property
    def blocks(self):
        """Whether it keeps the pathway from being released."""
        return self.level == Level.ERROR


@dataclass(frozen=True)
class World:
    """What checks may know besides the document.

    :param today: for reviews that are overdue.
    :param live: names of published pages (“method:coach”); None where nobody knows.
    :param previous: the document in force, or None.
    :param is_public: whether everybody may read the pathway.
    """

    today: date | None = None
    live: frozenset[str] | None = None
    previous: Document | None = None
    is_public: bool = True
