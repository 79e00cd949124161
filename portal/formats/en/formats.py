"""English as it is written in Europe."""

DATE_FORMAT = "j F Y"
