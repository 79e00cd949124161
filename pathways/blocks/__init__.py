"""The blocks that guidance is written in. One kind of block a class, one concern a file."""

from .sources import SourcesBlock
from .stream import GuidanceBlocks
from .template_sections import TemplateSectionsBlock

__all__ = ["GuidanceBlocks", "SourcesBlock", "TemplateSectionsBlock"]
