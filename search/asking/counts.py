"""How many pages have a word: what a rare word says, and which are in no page."""

import math
from collections import defaultdict

from django.db.models import Q, Sum

from search.models import Word


class Counts:
    """Pages that have the words of a question, by language and dictionary form; one query."""

    def __init__(self, mains_by_language):
        asked = Q(word="", language__in=mains_by_language)
        for language, mains in mains_by_language.items():
            asked |= Q(language=language, main__in=mains)
        rows = Word.objects.filter(asked).values_list("language", "main").annotate(Sum("pages"))
        self._pages = defaultdict(int)
        for language, main, pages in rows:
            self._pages[language, main] = max(0, pages)

    def of(self, language, main):
        return self._pages[language, main]

    def weight(self, language, main):
        """How much it says about a page that it has the word: little if most have."""
        total, having = self._pages[language, ""], self.of(language, main)
        having = min(having, total)
        return round(0.3 + math.log(1 + (total - having + 0.5) / (having + 0.5)), 4)
