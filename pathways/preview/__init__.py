"""The picture that is shown where somebody shares the address of a pathway."""
