"""Editions: what readers see is the one in force, and it comes about by release alone."""
