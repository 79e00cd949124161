"""Load the content that a new portal begins with; running it again loses nothing."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from wagtail.models import Locale
from wagtail.signal_handlers import disable_reference_index_auto_update

import portal.demo
from pathways.admin.editors import let_editors_work
from pathways.document.folder import FolderProblems, parse_in_order
from pathways.document.importing import ImportRefused, import_document
from pathways.editions.release import take_edition
from pathways.management.telling import Progress, told
from pathways.models import PathwayEdition, PathwayPage
from portal.demo import readers
from portal.demo.dates import days_to_shift, shifted
from portal.demo.tree import make_tree
from search.keeping import indexed_later

CONTENT = Path(portal.demo.__file__).parent / "content"


class Command(BaseCommand):
    help = "Make the front page and the lists, and import the pathways that come with the portal."

    def handle(self, *args, **options):
        # A page is saved several times on its way in; what it says and refers to is noted once.
        with disable_reference_index_auto_update(), indexed_later():
            home = make_tree()
            let_editors_work(home.get_translations(inclusive=True))
            must_close = not readers.is_there()
            try:
                self._import(sorted(path for path in CONTENT.iterdir() if path.is_dir()))
            except (FolderProblems, ImportRefused) as error:
                raise CommandError(str(error)) from error
        if must_close and readers.is_there():
            readers.close()
        call_command("rebuild_references_index", verbosity=0)
        call_command("rebuild_search", verbosity=0)

    def _import(self, folders):
        folders = parse_in_order(folders)
        days = days_to_shift([folder.document for folder in folders], timezone.localdate())
        for folder in folders:
            document = shifted(folder.checked(), days)
            report = import_document(document, progress=Progress(self.stdout))
            self.stdout.write("\n".join(["", *told(document.key, report)]))
            self._release_first(document)

    @staticmethod
    def _release_first(document):
        """What a new portal begins with is the first edition of each pathway."""
        for node in document.pathways:
            if not PathwayEdition.objects.of(node.key).exists():
                locale = Locale.objects.get(language_code=document.source_language)
                take_edition(pathway=PathwayPage.objects.get(key=node.key, locale=locale))
