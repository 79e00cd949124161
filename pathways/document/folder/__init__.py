"""Documents as folders of YAML and Markdown (docs/document.md)."""

from .problems import FolderProblems, Problem
from .read import read_folder
from .write import write_folder

__all__ = ["FolderProblems", "Problem", "read_folder", "write_folder"]
