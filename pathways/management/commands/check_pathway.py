"""Say what is wrong with a folder; change nothing."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from pathways.document.folder import FolderProblems, read_folder


class Command(BaseCommand):
    help = "Check a pathway folder: each problem with file, line and reason."

    def add_arguments(self, parser):
        parser.add_argument("folder")

    def handle(self, *args, folder, **options):
        try:
            document = read_folder(folder)
        except FolderProblems as error:
            raise CommandError(str(error)) from error
        counts = {"key": document.key, "pages": len(list(document.pages()))}
        self.stdout.write(_("%(key)s is in order: %(pages)s pages.") % counts)
