"""Background jobs of the guidance."""

import logging

from django_tasks import task

from pathways.editions.due import show_due_editions

logger = logging.getLogger(__name__)


@task()
def publish_due_editions():
    """Pages follow the edition in force; until then readers get its document.

    :raises RuntimeError: when one could not be shown, after all others were.
    """
    shown, failed = show_due_editions()
    for key, error in failed.items():
        logger.error("The pages of %s do not show their edition: %s", key, error)
    if failed:
        raise RuntimeError(f"not shown: {', '.join(failed)}")
    return shown
