"""The words that stand in pages which everybody may read."""

from django.db import models


class Word(models.Model):
    """A word of a language, and how many pages have it. The empty word counts the pages."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=100, blank=True)
    main = models.CharField(max_length=100, blank=True)
    pages = models.IntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="search_word_once"),
        ]
        indexes = [models.Index(fields=["language", "main"], name="search_word_main")]

    def __str__(self):
        return self.word
