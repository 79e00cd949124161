"""What the screens show, in the reader's language."""
