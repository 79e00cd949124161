"""Editions: which a case can follow, and what another would change."""
