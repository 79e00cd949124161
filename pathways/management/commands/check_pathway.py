"""Say what is wrong with a folder; change nothing."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pathways.checks import check
from pathways.document.folder import FolderProblems, FolderReader
from pathways.terms.folder import warnings_of


class Command(BaseCommand):
    help = "Check a pathway folder: each problem with file, line and reason."

    def add_arguments(self, parser):
        parser.add_argument("folder")

    def handle(self, *args, folder, **options):
        reader = FolderReader(folder)
        try:
            document = reader.read()
        except FolderProblems as error:
            raise CommandError(str(error)) from error
        for warning in warnings_of(reader):
            self.stdout.write(_("Warning: %s") % warning)
        for finding in check(document):
            self.stdout.write(
                f"{capfirst(finding.level.label)}: {finding.where}: {finding.message}"
            )
        pages = len(list(document.pages()))
        message = ngettext(
            "%(key)s is in order: %(pages)s page.", "%(key)s is in order: %(pages)s pages.", pages
        )
        self.stdout.write(message % {"key": document.key, "pages": pages})
