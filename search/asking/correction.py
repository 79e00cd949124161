"""“Did you mean”: words of pages that everybody may read, close to one that stands in none."""

from django.db.models import Q
from django.db.models.functions import Length

from search.analysis.words import fold, is_too_short
from search.models import Word

SHORTEST = 3
MOST_LOOKED_AT = 3000


def did_you_mean(words, unknown, language) -> str:
    """The question with its unknown words replaced, or an empty string where none comes close."""
    better = {word: closest(word, language) for word in unknown}
    if not any(better.values()):
        return ""
    return " ".join(better.get(word) or word for word in words)


def closest(word, language) -> str:
    """The word that is fewest slips of the hand away; of several the most frequent one."""
    if len(word) < SHORTEST or is_too_short(word):
        return ""
    slips = 1 if len(word) < 6 else 2
    begins = Q(word__startswith=word[0]) | Q(word__startswith=word[1], word__endswith=word[-2:])
    near = Word.objects.annotate(length=Length("word")).filter(
        begins | _first_letters(word),
        language=language,
        pages__gt=0,
        length__range=(len(word) - slips, len(word) + slips),
    )
    best = None
    for candidate, pages in near.values_list("word", "pages")[:MOST_LOOKED_AT]:
        apart = min(distance(word, each, slips) for each in {candidate, *fold(candidate)})
        if apart <= slips and candidate != word:
            rank = (apart, -pages, candidate)
            best = min(best, rank) if best else rank
    return best[2] if best else ""


def _first_letters(word):
    """A word that begins with a letter typed as another."""
    others = {"a": "åäæ", "o": "øö"}.get(word[0], "")
    return Q(*(("word__startswith", letter) for letter in others), _connector=Q.OR)


def distance(one, other, limit) -> int:
    """Letters to change, leave out, add or swap; more than ``limit`` is not counted out."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, another in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
