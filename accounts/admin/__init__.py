"""People, teams and the access log in Wagtail's admin."""
