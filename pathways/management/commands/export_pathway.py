"""Write a pathway, and what belongs to it, to a folder."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pathways.document.build import NotFound, build_document
from pathways.document.folder import write_folder
from pathways.document.folder.write import NotEmpty


class Command(BaseCommand):
    help = "Export a pathway to an empty or new folder."

    def add_arguments(self, parser):
        parser.add_argument("key")
        parser.add_argument("folder")

    def handle(self, *args, key, folder, **options):
        try:
            document = build_document(key)
            write_folder(document, folder)
        except NotFound as error:
            raise CommandError(_("There is no pathway “%s”.") % key) from error
        except NotEmpty as error:
            raise CommandError(_("The folder is not empty: %s") % folder) from error
        pages = len(list(document.pages()))
        message = ngettext(
            "%(key)s: %(pages)s page written.", "%(key)s: %(pages)s pages written.", pages
        )
        self.stdout.write(message % {"key": key, "pages": pages})
