"""Small words and numbers: ``small_words.yaml``."""

from pathlib import Path

from ruamel.yaml import YAML

_READ = YAML(typ="safe", pure=True).load(Path(__file__).with_name("small_words.yaml"))

STOP_WORDS = {language: frozenset(each["small"].split()) for language, each in _READ.items()}
# “femte samtale” is the 5th.
FIGURES = {
    language: {
        word: str(number) for number, words in each["numbers"].items() for word in words.split()
    }
    for language, each in _READ.items()
}
