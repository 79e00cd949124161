"""Nouns made of verbs, which people type for each other: kartlegging and kartlegge."""

from .dictionaries import lemma

_ENDINGS = {
    "nb": ("ning", "ing", "else", "e"),
    "da": ("ning", "ing", "else", "e"),
}
SHORTEST = 4


def roots_of(form, language) -> set[str]:
    """What a noun and its verb have in common, at least four letters."""
    found = set()
    for ending in _ENDINGS.get(language, ()):
        if form.endswith(ending):
            root = form.removesuffix(ending)
            if root[-1:] == root[-2:-1]:
                root = root[:-1]  # kartlegg, kortlægg
            if len(root) >= SHORTEST:
                found.add(root)
    return found


def without_question(word, language) -> str:
    """Finnish asks by an ending: “toteutuiko”."""
    if language == "fi" and word.endswith(("ko", "kö")) and lemma(word[:-2], language):
        return word[:-2]
    return word


def verbs_of(form, language) -> set[str]:
    """kirjaaminen, kirjata; lopettaminen and lopetus, lopettaa; arvioiminen, arvioida."""
    if language != "fi":
        return set()
    a = "ä" if any(letter in form for letter in "äöy") else "a"
    tried = []
    if form.endswith("minen"):
        base = form.removesuffix("minen")
        tried = [base + a, base[:-1] + "t" + a, base + "d" + a]
    elif form.endswith(("us", "ys")):
        tried = [form[:-2] + "t" + a + a]
    return {verb for verb in tried if lemma(verb, "fi") == verb}
