"""What is kept for search."""

from .asked import Asked
from .entry import Entry
from .state import IndexState
from .synonym import Synonym
from .word import Word

__all__ = ["Asked", "Entry", "IndexState", "Synonym", "Word"]
