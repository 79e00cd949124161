"""Finland: a date, a sign for the century, three digits and a check character.

Numbers from 900 are temporary or made up for tests; signs beside + - A are in use since 2023
(Digital and Population Data Services Agency).
"""

from stdnum.fi import hetu

from .dates import is_birth_date
from .found import Certainty

SIGNS = "-+ABCDEFYXWVU"


def judge(code):
    """How certain it is, or None.

    :param str code: eleven characters, in any case.
    """
    code = code.upper()
    if hetu.is_valid(code, allow_temporary=True):
        return Certainty.SURE
    has_date = is_birth_date(int(code[:2]), int(code[2:4]), int(code[4:6]))
    is_written_so = code[6] not in "-+" or code[-1].isalpha()
    return Certainty.SURE if has_date and is_written_so else None
