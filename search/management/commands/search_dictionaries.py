"""Make the dictionaries of word forms, which would otherwise be made when they are first needed."""

from django.core.management.base import BaseCommand

from search.analysis import dictionaries


class Command(BaseCommand):
    help = "Makes the dictionaries of word forms that are not there yet."

    def handle(self, *, verbosity, **_options):
        for language in dictionaries.prepare():
            if verbosity:
                self.stdout.write(f"Made the dictionary of word forms for “{language}”.")
