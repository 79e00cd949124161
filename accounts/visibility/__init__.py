"""Who may read which pages and files: worked out for one reader, the same on every way out."""

from .reader import Reader, partner_reader, public_reader, reader_of

__all__ = ["Reader", "partner_reader", "public_reader", "reader_of"]
