"""Finding the personal numbers of four countries in free text, so that none is ever stored."""

from .find import find
from .found import Certainty, Country, Found

__all__ = ["Certainty", "Country", "Found", "find"]
