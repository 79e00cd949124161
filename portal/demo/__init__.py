"""The content that a new portal begins with."""
