"""Who did what and when: ids, never values."""

from accounts.models.access_entry import Outcome, Verb

from .recording import record

__all__ = ["Outcome", "Verb", "record"]
