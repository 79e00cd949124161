"""What one person has to do and to know."""
