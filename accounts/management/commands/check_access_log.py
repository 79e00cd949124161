from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from accounts.access_log.chain import first_broken
from accounts.models import AccessEntry


class Command(BaseCommand):
    help = "Reads the whole access log and says where it is not what was written (SQLite)."

    def handle(self, *args, **options):
        if connection.vendor != "sqlite":
            raise CommandError(
                "On PostgreSQL entries carry no seal: rights and triggers keep the log."
            )
        broken = first_broken()
        if broken is not None:
            raise CommandError(f"The access log was tampered with at or before entry {broken}.")
        self.stdout.write(f"The access log is whole: {AccessEntry.objects.count()} entries.")
