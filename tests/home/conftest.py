"""Who works on the pages in these tests."""

from tests.editors import editor

__all__ = ["editor"]
