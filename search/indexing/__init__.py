"""From an object to what is known of it: pieces of text, terms in four tiers, an entry."""

# Rises whenever the same text would give other terms: then the index must be built anew.
VERSION = 1
