"""Norway: eleven digits, the last two of them check digits.

D-numbers add 40 to the day; H-numbers add 40 to the month and synthetic ones 65 or 80; FH-numbers
begin with 8 or 9 and hold no date (Skatteetaten, Norsk helsenett).
"""

from stdnum.no import fodselsnummer

from .dates import is_birth_date, without
from .found import Certainty


def judge(digits, between, is_compact):
    """How certain it is, or None.

    :param str digits: all eleven.
    :param str between: what stands between date and number: nothing, a space or a hyphen.
    :param bool is_compact: whether the date is six digits with nothing in between.
    """
    has_date = is_birth_date(
        without(int(digits[:2]), 40, over=31),
        without(int(digits[2:4]), 40, 65, 80, over=12),
        int(digits[4:6]),
    )
    if has_date and _has_check_digits(digits):
        return Certainty.SURE
    if digits[0] in "89" and _has_check_digits(digits):  # so may an account number be
        return Certainty.SURE if between else Certainty.MAYBE
    if has_date and is_compact:
        return Certainty.SURE if between else Certainty.MAYBE
    return Certainty.MAYBE if has_date and between.strip() else None


def _has_check_digits(digits):
    return digits[9:] == (
        fodselsnummer.calc_check_digit1(digits) + fodselsnummer.calc_check_digit2(digits)
    )
