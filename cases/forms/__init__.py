"""Forms of cases. What is written in them holds no personal number."""
