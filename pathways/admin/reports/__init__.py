"""Reports about guidance: what is used where, and what is missing."""
