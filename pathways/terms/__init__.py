"""The term base: one word for one concept in each language (docs/language)."""

from .concepts import Concept, Wording, completed, concepts, glossary_texts
from .rejected import rejected_in

__all__ = ["Concept", "Wording", "completed", "concepts", "glossary_texts", "rejected_in"]
