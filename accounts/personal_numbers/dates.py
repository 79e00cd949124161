"""Birth dates as personal numbers write them, with two digits for the year."""

from datetime import date

CENTURIES = (1800, 1900, 2000)


def is_birth_date(day, month, year, centuries=CENTURIES):
    """Whether the digits are a day that has come, in one of the centuries.

    :param int year: its last two digits.
    """
    return any(_has_come(century + year, month, day) for century in centuries)


def _has_come(year, month, day):
    try:
        return date(year, month, day) <= date.today()
    except ValueError:
        return False


def without(number, *additions, over):
    """Take off what a number adds to a day or month to mark its kind.

    :param int over: the largest day or month; what is not above it has nothing added.
    """
    if number <= over:
        return number
    return next((number - a for a in additions if 1 <= number - a <= over), number)
