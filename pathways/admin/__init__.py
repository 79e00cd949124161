"""What editors see of the guidance in Wagtail's admin."""
