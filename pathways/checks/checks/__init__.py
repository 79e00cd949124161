"""The checks: ``check(subject)`` in each file gives what it finds."""
