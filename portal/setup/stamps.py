"""Doing a step again only when something it depends on has changed."""

import hashlib


def fingerprint(paths, *facts):
    """Return a digest of the files below `paths` (names and contents) and of the facts."""
    digest = hashlib.sha256()
    for fact in facts:
        digest.update(repr(fact).encode())
    for path in sorted(set(_files(paths))):
        digest.update(repr((str(path), path.stat().st_size)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(paths):
    for path in paths:
        if path.is_dir():
            yield from (found for found in path.rglob("*") if _counts(found))
        elif path.is_file():
            yield path


def _counts(path):
    return path.is_file() and path.suffix != ".pyc"


class Stamps:
    """A folder that remembers, by name, for which inputs each step was last done."""

    def __init__(self, folder):
        self.folder = folder

    def fresh(self, name, mark):
        """Tell whether the step was done for just these inputs."""
        file = self.folder / name
        return file.is_file() and file.read_text(encoding="ascii") == mark

    def set(self, name, mark):
        """Remember that the step is done."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(mark, encoding="ascii")
