"""The stream that every guidance page uses for its text."""

from wagtail import blocks

from .diagram import DiagramBlock
from .experience import ReflectionBlock, ResourceBlock, StoryBlock
from .practice import DoDontBlock, ExampleBlock, PhrasesBlock
from .text import CalloutBlock, ExpanderBlock, TextBlock


class GuidanceBlocks(blocks.StreamBlock):
    """All blocks of guidance, in the order in which editors need them."""

    text = TextBlock()
    callout = CalloutBlock()
    phrases = PhrasesBlock()
    do_dont = DoDontBlock()
    example = ExampleBlock()
    expander = ExpanderBlock()
    diagram = DiagramBlock()
    story = StoryBlock()
    reflection = ReflectionBlock()
    resource = ResourceBlock()
