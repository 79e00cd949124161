"""How a case stands: derived from its edition, from what people recorded, and from the clock."""
