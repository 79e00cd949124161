"""Editions at their own addresses: older ones, coming ones, withdrawn ones, and how they differ."""
