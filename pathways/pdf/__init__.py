"""A whole pathway as one accessible PDF: what goes in, how it is made, where it is kept."""
