"""What search knows of one object, whatever engine finds it."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class Entry(models.Model):
    """One indexed object. Its terms lie with the engine; what a result shows lies here."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    root = models.CharField(max_length=100)
    object_id = models.CharField(max_length=50)
    language = models.CharField(max_length=12, blank=True)
    title = models.CharField(max_length=500)
    path = models.CharField(max_length=255, blank=True)
    live = models.BooleanField(default=True)
    facets = models.TextField(blank=True)
    passages = models.JSONField(default=list)
    prior = models.FloatField(default=0)
    changed_at = models.DateTimeField(null=True)
    words_counted = models.BooleanField(default=False)
    version = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "object_id"], name="search_entry_once"),
        ]

    def __str__(self):
        return self.title


def root_of(model):
    """The name that all models of one inheritance tree share, such as “wagtailcore.page”."""
    parents = model._meta.get_parent_list()
    return (parents[-1] if parents else model)._meta.label_lower
