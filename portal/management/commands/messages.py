from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from portal.messages import catalogs, completeness
from portal.messages.extraction import extract


class Command(BaseCommand):
    help = "Updates, checks or compiles the texts of the screens in all languages."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("word", choices=["update", "check", "compile"])

    def handle(self, *args, word, **options):
        self.folder = settings.LOCALE_PATHS[0]
        self.languages = [language for language, _ in settings.LANGUAGES]
        getattr(self, f"_{word}")()

    def _update(self):
        template = extract(settings.BASE_DIR)
        for language in self.languages:
            catalogs.update(self.folder, language, template)

    def _compile(self):
        for language in self.languages:
            catalogs.compile(self.folder, language)

    def _check(self):
        template = extract(settings.BASE_DIR)
        count = 0
        for language in self.languages:
            catalog = catalogs.read(self.folder, language)
            for problem in completeness.problems(catalog, template):
                self.stderr.write(f"{language}: {problem}")
                count += 1
        if count:
            raise CommandError(
                f"{count} texts to see to; `make messages` brings the files up to date."
            )
