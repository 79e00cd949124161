"""Screens of cases: each asks a service or a reading, and says what came of it."""
