"""Where editors release editions, and reviewers approve them."""
