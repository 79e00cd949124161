"""Documents as folders of YAML and Markdown (docs/document.md)."""

from .order import parse_in_order
from .problems import FolderProblems, Problem
from .read import FolderReader, read_folder
from .write import write_folder

__all__ = [
    "FolderProblems",
    "FolderReader",
    "Problem",
    "parse_in_order",
    "read_folder",
    "write_folder",
]
