"""Print the JSON Schema of the files that a pathway folder is made of."""

import json

from django.core.management.base import BaseCommand

from pathways.document.folder.schema import all_schemas


class Command(BaseCommand):
    help = "Print the JSON Schema of a pathway folder, one definition for each kind of file."

    def handle(self, *args, **options):
        self.stdout.write(json.dumps(all_schemas(), indent=2, ensure_ascii=False))
