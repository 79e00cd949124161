"""All that is held about a case, to be given out."""
