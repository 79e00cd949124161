"""Made-up personal numbers of every kind that four countries have."""

import random
from datetime import date, timedelta

from stdnum import luhn
from stdnum.fi import hetu
from stdnum.no import fodselsnummer

LAST = date(2025, 12, 31)


def birth_dates(seed):
    """Days between 1920 and 2025, for ever."""
    chance = random.Random(seed)
    while True:
        yield LAST - timedelta(days=chance.randrange(0, 38_000))


def norwegian(kind, amount=60):
    """Numbers with right check digits.

    :param str kind: national, d, h, synthetic, nav (month + 65) or fh.
    """
    days = birth_dates(kind)
    chance = random.Random(kind)
    made = []
    while len(made) < amount:
        day = next(days)
        day_added = 40 if kind == "d" else 0
        month_added = {"h": 40, "synthetic": 80, "nav": 65}.get(kind, 0)
        start = f"{day.day + day_added:02}{day.month + month_added:02}{day:%y}"
        if kind == "fh":
            start = f"{chance.choice('89')}{chance.randrange(10**5):05}"
        start += f"{chance.randrange(1000):03}"
        first = fodselsnummer.calc_check_digit1(start)
        second = fodselsnummer.calc_check_digit2(start + first)
        if len(first + second) == 2:  # 10 is no digit: such a number is not given out
            made.append(start + first + second)
    return made


def danish(kind="cpr", amount=60):
    """Numbers by their date; replacement numbers add 60 to the day."""
    chance = random.Random(kind)
    added = 60 if kind == "replacement" else 0
    return [
        f"{day.day + added:02}{day:%m%y}{chance.randrange(1, 10_000):04}"
        for day, _n in zip(birth_dates(kind), range(amount), strict=False)
    ]


def finnish(kind="hetu", amount=60):
    """Codes with every sign for the century; those from 900 are made up for tests."""
    chance = random.Random(kind)
    made = []
    for day, _n in zip(birth_dates(kind), range(amount), strict=False):
        individual = (
            chance.randrange(900, 1000) if kind == "temporary" else chance.randrange(2, 900)
        )
        sign = chance.choice("-YXWVU" if day.year < 2000 else "ABCDEF")
        control = hetu._calc_checksum(f"{day:%d%m%y}{individual:03}")
        made.append(f"{day:%d%m%y}{sign}{individual:03}{control}")
    return made


def swedish(kind="personnummer", amount=60):
    """Numbers of twelve digits; coordination numbers add 60 to the day."""
    chance = random.Random(kind)
    added = 60 if kind == "coordination" else 0
    made = []
    for day, _n in zip(birth_dates(kind), range(amount), strict=False):
        nine = f"{day:%y%m}{day.day + added:02}{chance.randrange(1000):03}"
        made.append(f"{day.year // 100}{nine}{luhn.calc_check_digit(nine)}")
    return made


EVERY_KIND = {
    **{f"Norwegian {k}": norwegian(k) for k in ("national", "d", "h", "synthetic", "nav", "fh")},
    "Danish": danish(),
    "Danish replacement": [f"{n[:6]}-{n[6:]}" for n in danish("replacement")],
    "Finnish": finnish(),
    "Finnish temporary": finnish("temporary"),
    "Swedish": swedish(),
    "Swedish coordination": swedish("coordination"),
}
