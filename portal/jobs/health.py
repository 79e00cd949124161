"""Whether the portal is well: for whoever watches over it."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

TOO_LONG = timedelta(minutes=5)


def worker_is_well():
    """Whether each of the minute jobs has been done lately, and not failed the last time."""
    since = timezone.now() - TOO_LONG
    done = DBTaskResult.objects.finished().filter(finished_at__gte=since)
    latest = {}
    for path, status in done.order_by("finished_at").values_list("task_path", "status"):
        latest[path] = status
    return all(latest.get(path) == "SUCCESSFUL" for path in settings.MINUTE_TASKS)


@require_safe
@never_cache
def health(request):
    """200 where all is well, otherwise 503; names what is not, and nothing else."""
    try:
        well = {"database": True, "worker": worker_is_well()}
    except DatabaseError:
        well = {"database": False, "worker": False}
    return JsonResponse(well, status=200 if all(well.values()) else 503)
