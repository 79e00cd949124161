"""Words that editors say mean the same."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from accounts.forms import GuardedForm


class Synonym(models.Model):
    """A ring of words in one language: whoever looks for one finds the others."""

    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    words = models.TextField(
        _("words that mean the same"),
        help_text=_("One a line, two at least. A line may be several words."),
    )

    base_form_class = GuardedForm
    panels = [FieldPanel("language"), FieldPanel("words")]

    class Meta:
        ordering = ["language", "words"]
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self):
        return ", ".join(self.wordings)

    @property
    def wordings(self):
        """The lines that say something."""
        return tuple(line.strip() for line in self.words.splitlines() if line.strip())

    def clean(self):
        """A word alone means nothing else."""
        super().clean()
        if len(self.wordings) < 2:
            raise ValidationError(
                {"words": _("Write at least two lines: a word alone has no others.")}
            )
