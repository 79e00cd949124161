"""What is wrong or odd with a pathway before it is released.

Each check is a function of a document, one a file, and asks neither a clock nor a database: what
it needs to know besides stands in :class:`World`. Errors block a release, warnings ask.
"""

from .checking import check
from .findings import Finding, Level, World

__all__ = ["Finding", "Level", "World", "check"]
