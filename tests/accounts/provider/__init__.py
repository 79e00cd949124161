"""Whom the provider of the tests knows."""

CLIENT, SECRET = "portal", "known-to-two"
PASSWORD = "said-to-the-provider-only"
PEOPLE = {  # address, and whether the provider has seen that it is theirs
    "ada": ("ada@work.example", True),
    "bo": ("bo@work.example", True),
    "mallory": ("ada@work.example", False),
}
