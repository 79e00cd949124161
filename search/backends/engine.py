"""What an engine has to do. Everything else is the same for all."""

from typing import NamedTuple, Protocol


class EngineFailure(Exception):
    """The engine did not answer, or not as it should. Reading goes on without it."""


class Row(NamedTuple):
    """An object that was found."""

    entry: int
    score: float
    object_id: str
    content_type: int
    language: str
    facets: str
    path: str
    live: bool
    prior: float


class Engine(Protocol):
    """Keeps terms of entries, and looks them up."""

    def put(self, entries):
        """Replace what is known of entries: pairs of an entry and its terms by tier."""

    def remove(self, ids):
        """Forget entries."""

    def clear(self):
        """Forget everything."""

    def rows(self, question, root, content_types=None) -> list[Row]:
        """All objects of a root, or of some of its types, that meet a question.

        :raises EngineFailure: when it cannot say.
        """

    def start_rebuild(self):
        """Collect what is put from now on beside what is found."""

    def finish_rebuild(self):
        """Find in what was collected, and drop what was before."""

    def refresh(self):
        """Let what was put be found at once."""
