"""Where editions are read."""

from django.urls import reverse


def edition_url(key, number):
    """The pathway as one edition has it."""
    return reverse("pathways:edition", args=[key, number])


def page_address(key, number):
    """A function from a kind and a key to the address of an edition's page."""

    def address(kind, page_key):
        if kind == "pathway":
            return edition_url(key, number)
        return reverse(f"pathways:edition_{kind}", args=[key, number, page_key])

    return address


def editions_url(key):
    """All editions of a pathway."""
    return reverse("pathways:editions", args=[key])


def comparison_url(key, before, after, text=False):
    """How two editions differ, on screen or as plain text."""
    name = "pathways:edition_comparison_text" if text else "pathways:edition_comparison"
    return reverse(name, args=[key, before, after])
