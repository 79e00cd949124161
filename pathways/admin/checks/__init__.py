"""What the checks find, where editors see it: beside the form, on a page, on the dashboard."""
