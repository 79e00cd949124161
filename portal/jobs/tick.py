"""The minute tick: it puts what is to be done each minute into the queue."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks_db.models import DBTaskResult

MINUTE = 60
KEPT = timedelta(days=1)


def tick():
    """Ask for each minute job, unless it still waits to be done; forget what is long done.

    :returns: how many were asked for.
    """
    waiting = set(DBTaskResult.objects.ready().values_list("task_path", flat=True))
    asked = [path for path in settings.MINUTE_TASKS if path not in waiting]
    for path in asked:
        import_string(path).enqueue()
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT).delete()
    return len(asked)
