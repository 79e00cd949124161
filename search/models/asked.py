"""What was searched, without who did."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Asked(models.Model):
    """One question on one day: how often it was asked, what it found, how often that was opened."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("searched for"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=0)
    found = models.PositiveIntegerField(_("found"), default=0)
    opened = models.PositiveIntegerField(_("opened"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "text"], name="search_asked_once"),
        ]

    def __str__(self):
        return self.text
