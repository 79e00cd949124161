"""Denmark: a date and four digits. Check digits ended in 2007, so that only the form is left.

Replacement numbers, given where the real one is not known, add 60 to the day (CPR-kontoret).
"""

from .dates import is_birth_date, without
from .found import Certainty


def judge(digits, between, _is_compact):
    """How certain it is, or None. With a hyphen it is written as a CPR number is."""
    is_written_so = between.strip() == "-"
    day = int(digits[:2])
    if is_written_so:
        day = without(day, 60, over=31)
    if not is_birth_date(day, int(digits[2:4]), int(digits[4:6])):
        return None
    return Certainty.SURE if is_written_so else Certainty.MAYBE
