"""Whether the index is whole."""

from django.db import models


class IndexState(models.Model):
    """The one row that says what was built last, and whether something is being built."""

    version = models.PositiveSmallIntegerField(default=0)
    building = models.BooleanField(default=False)
    pages = models.PositiveIntegerField(default=0)
    seconds = models.FloatField(default=0)
    built_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    def __str__(self):
        return f"version {self.version}"

    @classmethod
    def get(cls):
        """The row, or one as of a site whose pages were indexed one by one since its first day."""
        from search.indexing import VERSION

        return cls.objects.filter(pk=1).first() or cls(pk=1, version=VERSION)

    @property
    def is_whole(self):
        """Whether everything can be found that there is."""
        from search.indexing import VERSION

        return not self.building and self.version == VERSION
