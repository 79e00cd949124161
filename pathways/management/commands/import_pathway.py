"""Bring a pathway folder into the portal."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pathways.document.folder import FolderProblems, read_folder
from pathways.document.importing import ImportRefused, import_document


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
            report = import_document(document, theirs=theirs, progress=self._progress)
        except (FolderProblems, ImportRefused) as error:
            raise CommandError(str(error)) from error
        finally:
            self.stdout.write("")
        self._tell(document, report)

    def _progress(self, done, total, name):
        if self.stdout.isatty():
            self.stdout.write(f"\r\033[K{done}/{total} {name}", ending="")
            self.stdout.flush()

    def _tell(self, document, report):
        counts = {
            "key": document.key,
            "created": len(report.created),
            "updated": len(report.updated),
            "unchanged": len(report.unchanged),
        }
        self.stdout.write(
            _("%(key)s: %(created)s new, %(updated)s changed, %(unchanged)s as before.") % counts
        )
        for name in report.kept:
            self.stdout.write(
                _("Kept, since it was changed here: %s (--theirs overwrites it)") % name
            )
        for name in report.unpublished:
            self.stdout.write(_("No longer in the folder, so unpublished: %s") % name)
        for (name, language), missing in report.incomplete.items():
            message = ngettext(
                "%(name)s lacks %(missing)s text in %(language)s and is not published there.",
                "%(name)s lacks %(missing)s texts in %(language)s and is not published there.",
                missing,
            )
            self.stdout.write(message % {"name": name, "missing": missing, "language": language})
