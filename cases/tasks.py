"""Background jobs of cases. Each does what the dates say, however late it comes."""

from django_tasks import task

from cases.services.erasing import erase_due
from cases.services.moves import go_on
from cases.services.outward import send_daily_mails


@task()
def send_mails():
    """The day's mail to each who wants it.

    :raises RuntimeError: when one could not be sent, after all others were.
    """
    sent, failed = send_daily_mails()
    if failed:
        raise RuntimeError(f"not sent: {failed}")
    return sent


@task()
def erase():
    """Ended cases whose time has come."""
    return erase_due()


@task()
def move_cases():
    """Bring cases to the editions that people asked for; the next minute goes on where one died."""
    return go_on()
