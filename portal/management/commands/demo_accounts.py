from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from portal import demo_accounts


class Command(BaseCommand):
    help = "Makes the demo accounts that are missing and prints them."

    def handle(self, *args, **options):
        try:
            demo_accounts.create()
        except ImproperlyConfigured as refusal:
            raise CommandError(refusal) from None
        self.stdout.write(demo_accounts.announcement())
