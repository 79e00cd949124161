"""Words of four languages made comparable: what stands in the index, and what is asked of it."""

from .terms import Analysis, analyse
from .words import fold, words_of

__all__ = ["Analysis", "analyse", "fold", "words_of"]
