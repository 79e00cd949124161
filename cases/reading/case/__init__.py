"""A case as a whole: its page, its line, its story, its sheet, and who saw it."""
