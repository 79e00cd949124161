"""The model's side: a plain word before the database refuses."""

from django.core.exceptions import PermissionDenied
from django.db import models


class AppendOnlyError(PermissionDenied):
    """A row that stays as it is was about to be changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet):
    """Adds and reads."""

    def update(self, **_values):
        raise AppendOnlyError(f"{self.model._meta.label} is only added to.")

    def delete(self):
        raise AppendOnlyError(f"{self.model._meta.label} is only added to.")

    delete.queryset_only = True


class AppendOnly(models.Model):
    """Rows that stay. Columns added to such a table later must be nullable.

    Foreign keys that are set to NULL when something else is deleted are named in
    ``may_be_cleared``; all other columns are kept by triggers.
    """

    may_be_cleared = ()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Add the row.

        :raises AppendOnlyError: if it is there already.
        """
        if not self._state.adding:
            raise AppendOnlyError(f"{self._meta.label} is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(f"{self._meta.label} is only added to.")
