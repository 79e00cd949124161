"""What templates of the front page and of pages for readers show."""

from .front import front_view
from .information import information_view

__all__ = ["front_view", "information_view"]
