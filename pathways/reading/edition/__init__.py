"""An edition as readers see it: the same views as of live pages, made of its document."""

from .pages import EditionPages, NotInEdition
from .reading import EditionReading, of_document, of_edition

__all__ = ["EditionPages", "EditionReading", "NotInEdition", "of_document", "of_edition"]
