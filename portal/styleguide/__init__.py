"""A living page that shows every component in every state, for those who work on the look."""
