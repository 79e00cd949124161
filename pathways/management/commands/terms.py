"""The term base of one language, for people and for spelling checkers."""

import re

from django.conf import settings
from django.core.management.base import BaseCommand

from pathways.models import GlossaryTerm
from pathways.terms import concepts
from pathways.terms.names import names_in_pages


class Command(BaseCommand):
    help = "List the terms of a language with their definitions; --words for a spelling checker."

    def add_arguments(self, parser):
        parser.add_argument("language", choices=[c for c, _n in settings.WAGTAIL_CONTENT_LANGUAGES])
        parser.add_argument(
            "--words",
            action="store_true",
            help="One word a line, with inflected forms and the names in glossary and guidance.",
        )

    def handle(self, *args, language, words, **options):
        wordings = [concept.wordings[language] for concept in concepts().values()]
        if words:
            glossary = GlossaryTerm.objects.all()
            spoken = concepts().values()
            if language == "en":  # the translation of all sources quotes their own words for a term
                texts = [w.term for concept in spoken for w in concept.wordings.values()]
            else:
                texts = [wording.term for wording in wordings]
                glossary = glossary.filter(locale__language_code=language)
            texts += [form for wording in wordings for form in wording.forms]
            texts += glossary.values_list("name", flat=True)
            texts += names_in_pages(language)
            words = {word for text in texts for word in re.findall(r"[\w'’-]+", text)}
            lines = words | {part for word in words for part in word.split("-") if part}
        else:
            lines = {f"{wording.term}: {wording.definition}" for wording in wordings}
        for line in sorted(lines, key=str.casefold):
            self.stdout.write(line)
