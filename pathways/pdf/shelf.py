"""Where made PDFs are kept: one file a pathway and language, and one maker at a time."""

import fcntl
import os
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POLL_SECONDS = 0.1


class BeingMade(Exception):
    """Somebody else's PDF is being made right now. ``share`` says how far it is, 0 to 1."""

    def __init__(self, share):
        super().__init__(share)
        self.share = share


@dataclass(frozen=True)
class Title:
    """Which PDF it is. ``mark`` changes with what the PDF holds."""

    key: str
    language: str
    mark: str

    @property
    def name(self):
        """The name of its file."""
        return f"{self.key}.{self.language}.{self.mark}.pdf"


class Shelf:
    """A folder of PDFs, shared by all processes of a machine. It can be emptied at any time."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def find(self, title) -> Path | None:
        """The stored file, if it is there."""
        file = self.folder / title.name
        return file if file.is_file() else None

    def keep(self, title, make, *, seconds) -> Path:
        """Store what ``make`` writes; it is not called where the file is there by then.

        :param make: takes a binary file to write to and a function to tell its share done.
        :param seconds: how long to wait for another maker.
        :raises BeingMade: when the other one needs longer.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._alone(seconds):
            return self.find(title) or self._make(title, make)

    def keep_only(self, stems):
        """Remove the files of pathways that are gone.

        :param stems: a set of ``key.language``.
        """
        for file in self.folder.glob("*.pdf"):
            if file.name.rsplit(".", 2)[0] not in stems:
                file.unlink(missing_ok=True)

    def _make(self, title, make):
        draft, finished = self.folder / "draft", self.folder / title.name
        try:
            with draft.open("wb") as file:
                make(file, self._tell)
            os.replace(draft, finished)
        finally:
            draft.unlink(missing_ok=True)
            self._progress.unlink(missing_ok=True)
        for file in self.folder.glob(f"{title.key}.{title.language}.*.pdf"):
            if file != finished:
                file.unlink(missing_ok=True)
        return finished

    @property
    def _progress(self):
        return self.folder / "progress"

    def _tell(self, share):
        self._progress.write_text(f"{share:.2f}", encoding="ascii")

    def _share(self):
        try:
            return float(self._progress.read_text(encoding="ascii"))
        except (OSError, ValueError):  # not begun, just finished, or half written
            return 0.0

    @contextmanager
    def _alone(self, seconds):
        """A lock that ends with its process, whatever happens to that."""
        end = time.monotonic() + seconds
        with (self.folder / "lock").open("w") as lock:
            while True:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= end:
                        raise BeingMade(self._share()) from None
                    time.sleep(POLL_SECONDS)
            yield
