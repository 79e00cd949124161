from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test.testcases import LiveServerThread

from portal.setup import services


class Command(BaseCommand):
    help = "Takes pictures of the portal's pages, narrow and wide, light and dark."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="which pages; all if none is named")
        parser.add_argument("--folder", default=settings.BASE_DIR / "docs" / "screens", type=Path)

    def handle(self, *args, names, folder, **options):
        if not services.chromium():
            raise CommandError("There is no Chromium on this machine.")
        from portal import screens  # needs what only developers install

        chosen = [s for s in screens.SCREENS if not names or s.name in names]
        addressed = [(screen, screen.address()) for screen in chosen]
        folder.mkdir(parents=True, exist_ok=True)
        # WhiteNoise serves the static files, as when readers come.
        server = LiveServerThread("127.0.0.1", lambda served: served, connections_override={})
        server.daemon = True
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        try:
            for name, path in screens.take(f"http://127.0.0.1:{server.port}", folder, addressed):
                self.stdout.write(str(path) if path else f"{name}: nothing answers there yet.")
        finally:
            server.terminate()
            server.join()
