"""Sweden: a date that begins with the year, three digits and a check digit.

Coordination numbers add 60 to the day (Skatteverket).
"""

from stdnum import luhn

from .dates import is_birth_date, without
from .found import Certainty


def judge(digits, between, _is_compact):
    """How certain it is, or None.

    :param str digits: ten, or twelve with the century.
    """
    century = (int(digits[:2]) * 100,) if len(digits) == 12 else (1800, 1900, 2000)
    ten = digits[-10:]
    day = without(int(ten[4:6]), 60, over=31)
    if not 1800 <= century[0] <= 2000 or not is_birth_date(
        day, int(ten[2:4]), int(ten[:2]), century
    ):
        return None
    is_checked = luhn.is_valid(ten)
    is_marked = bool(between.strip()) or len(digits) == 12
    if is_checked and is_marked and not _may_be_a_time(digits):
        return Certainty.SURE
    return Certainty.MAYBE if is_checked or between.strip() else None


def _may_be_a_time(digits):
    """202605221430 is more often a moment than a person."""
    return len(digits) == 12 and digits[:2] == "20" and digits[-4:-2] < "24" and digits[-2:] < "60"
