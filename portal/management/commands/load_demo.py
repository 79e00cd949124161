"""Load the content that a new portal begins with; running it again loses nothing."""

from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand

import portal.demo
from pathways.admin.editors import let_editors_work
from portal.demo.tree import make_tree

CONTENT = Path(portal.demo.__file__).parent / "content"


class Command(BaseCommand):
    help = "Make the front page and the lists, and import the pathways that come with the portal."

    def handle(self, *args, **options):
        home = make_tree()
        let_editors_work(home.get_translations(inclusive=True))
        for folder in sorted(path for path in CONTENT.iterdir() if path.is_dir()):
            call_command("import_pathway", str(folder), stdout=self.stdout)
