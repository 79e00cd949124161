"""What is wrong with a folder, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One reason why a folder is refused. ``line`` is 0 where the whole file is meant."""

    file: str
    line: int
    reason: str

    def __str__(self):
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.reason}"


class FolderProblems(ValueError):
    """A folder that cannot be read as a document. ``problems`` is never empty."""

    def __init__(self, problems):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """Collects problems; knows which line a value of the document stands on."""

    def __init__(self):
        self.found = []
        self._lines = {}

    def add(self, file, line, reason):
        self.found.append(Problem(file, line, str(reason)))

    def remember(self, place, file, line, language=None):
        """Note where a value stands. ``language`` is None for structure."""
        self._lines[place, language] = (file, line)

    def at(self, place, reason, language=None):
        """Add a problem of a value, at the nearest line that is known."""
        self.add(*self.where(place, language), reason)

    def where(self, place, language=None):
        """File and nearest known line of a value."""
        for end in range(len(place), 0, -1):
            for where in ((place[:end], language), (place[:end], None)):
                if where in self._lines:
                    return self._lines[where]
        return place[0], 0

    def raise_if_any(self):
        """:raises FolderProblems: when something was found."""
        if self.found:
            raise FolderProblems(self.found)
