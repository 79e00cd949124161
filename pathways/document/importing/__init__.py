"""From the document to pages: all of it or nothing."""

from .importer import import_document
from .report import ImportRefused, Report

__all__ = ["ImportRefused", "Report", "import_document"]
