"""How things are said: days, texts of an edition, what came of a change."""
