"""What is recorded about a case besides its items."""
