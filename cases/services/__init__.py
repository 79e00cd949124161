"""Writes that touch several rows. Each locks its case first, so that two people take turns."""
