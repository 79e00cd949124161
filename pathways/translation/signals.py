"""What pages tell whoever keeps their translations."""

from django.dispatch import Signal

live_page_saved = Signal()
"""``instance`` is live and has just been saved with its rows, in a transaction that is open."""
