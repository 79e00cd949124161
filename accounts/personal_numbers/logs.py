"""The last place where a personal number could slip out: the server's own log."""

import logging
import re
import time

from .find import find


class NumberlessFormatter(logging.Formatter):
    """Hides everything that may be a personal number, in addresses and tracebacks too."""

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record):
        return without_numbers(super().format(record))


def without_numbers(text):
    """The text with the digits of such numbers blotted out."""
    for found in find(text):
        blot = re.sub(r"\w", "•", text[found.start : found.end])
        text = text[: found.start] + blot + text[found.end :]
    return text
