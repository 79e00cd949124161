"""Keeping the index true where a change of one page changes what others are."""

from contextlib import contextmanager
from datetime import timedelta

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from django.utils.timezone import now
from django_tasks import default_task_backend, task
from modelsearch.backends import get_search_backend
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

CHUNK = 25
PATIENCE = timedelta(minutes=2)


def connect():
    """Called when the app is ready."""
    post_page_move.connect(_moved, dispatch_uid="search")
    for signal in (post_save, post_delete):
        signal.connect(_restricted, sender=PageViewRestriction, dispatch_uid="search")


@contextmanager
def indexed_later():
    """For whoever saves everything several times and builds the index afterwards."""
    models = [m for m in get_indexed_models() if getattr(m, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


@task()
def index_below(path):
    """Index a page and all below it, which have changed their place or for whom they are."""
    backend = get_search_backend()
    pages = Page.objects.filter(path__startswith=path).order_by("path")
    for start in range(0, pages.count(), CHUNK):
        for page in pages[start : start + CHUNK].specific():
            backend.add_bulk(type(page), [page])


def index_later(items):
    """Try again in a while what a lost engine did not take, where the queue can wait."""
    if default_task_backend.supports_defer:
        later = index_object.using(run_after=now() + PATIENCE)
        for item in items:
            later.enqueue(item._meta.label, str(item.pk))


@task()
def index_object(label, pk):
    """Index one object, if it is still there."""
    model = apps.get_model(label)
    get_search_backend().add_bulk(model, model._default_manager.filter(pk=pk))


def _moved(sender, instance, **_kwargs):
    index_below.enqueue(Page.objects.get(pk=instance.pk).path)


def _restricted(sender, instance, **_kwargs):
    index_below.enqueue(instance.page.path)
