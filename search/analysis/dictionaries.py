"""Dictionaries of word forms, shared by all processes: simplemma's lists as tries on disk.

A trie is made once per language and version, in a process of its own that gives its memory back;
it is then mapped into memory, so that workers share it.
"""

import fcntl
import subprocess
import sys
from functools import cache
from pathlib import Path

from django.conf import settings
from marisa_trie import BytesTrie
from simplemma.__metadata__ import __version__ as version

LANGUAGES = ("nb", "da", "fi", "en")
_MAKE = """
import sys
from simplemma.strategies.dictionaries import TrieDictionaryFactory
TrieDictionaryFactory(disk_cache_dir=sys.argv[2]).get_dictionary(sys.argv[1])
"""


def lemma(word, language) -> str | None:
    """The dictionary form of a word in lower case, or None for one that is in no dictionary."""
    found = _trie(language).get(word)
    return found[0].decode().lower() if found else None


def prepare():
    """Make what is missing; return the languages whose dictionary was made."""
    return [language for language in LANGUAGES if _make(language)]


def _folder():
    return Path(settings.SEARCH_DICTIONARIES) / version


@cache
def _trie(language):
    _make(language)
    return BytesTrie().mmap(str(_folder() / f"{language}.dic"))


def _make(language):
    """Make a dictionary unless it is there; whoever else needs it waits."""
    target = _folder() / f"{language}.dic"
    if target.exists():
        return False
    _folder().mkdir(parents=True, exist_ok=True)
    with (_folder() / f"{language}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if target.exists():
            return False
        workshop = _folder() / f"{language}.new"
        command = [sys.executable, "-c", _MAKE, language, str(workshop)]
        subprocess.run(command, check=True)  # noqa: S603
        (workshop / target.name).rename(target)
        workshop.rmdir()
    return True
