"""How a team's cases stand, and how long they are kept."""
