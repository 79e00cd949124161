"""From what somebody typed to a question that every engine understands alike."""
