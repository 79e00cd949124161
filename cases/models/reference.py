"""References of cases: a number of their own in each year (2026-0042)."""

from django.db import models


class ReferenceYear(models.Model):
    """The last number that was given away in a year. It is never given again."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.year}: {self.last}"

    @classmethod
    def in_turn(cls, year):
        """The counter of a year, locked until the transaction ends: cases are opened in turn."""
        cls.objects.get_or_create(year=year)
        return cls.objects.select_for_update().get(year=year)

    def next_reference(self):
        """The next reference, for example ``2026-0042``."""
        self.last += 1
        self.save(update_fields=["last"])
        return f"{self.year}-{self.last:04d}"
