"""What an editor begins the day with: on the dashboard in short, on a page of its own in full."""
