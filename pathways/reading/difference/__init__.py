"""How two documents of a pathway differ, item by item, for readers and for whoever releases.

Made of two documents in one language, without a word of HTML; shown by
``pathways/difference/difference.html`` and as plain text by :func:`as_text`.
"""

from .text import as_text
from .view import Difference, difference_of

__all__ = ["Difference", "as_text", "difference_of"]
