"""Bring a pathway folder into the portal."""

from django.core.management.base import BaseCommand, CommandError

from pathways.document.folder import FolderProblems, read_folder
from pathways.document.importing import ImportRefused, import_document
from pathways.management.telling import Progress, told


class Command(BaseCommand):
    help = "Import a pathway folder: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder")
        parser.add_argument(
            "--theirs",
            action="store_true",
            help="Overwrite what was changed in the portal since the last import.",
        )

    def handle(self, *args, folder, theirs, **options):
        try:
            document = read_folder(folder)
            report = import_document(document, theirs=theirs, progress=Progress(self.stdout))
        except (FolderProblems, ImportRefused) as error:
            raise CommandError(str(error)) from error
        finally:
            self.stdout.write("")
        for line in told(document.key, report):
            self.stdout.write(line)
