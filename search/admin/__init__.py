"""What editors see and say of search."""
