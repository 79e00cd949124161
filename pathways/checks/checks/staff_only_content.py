"""What only staff may know does not stand where everybody reads it."""

import re

from django.utils.translation import gettext as _

from pathways.blocks.audience import is_for_staff
from pathways.document.fields import Kind
from pathways.document.walk import walk_page

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
INSIDE = re.compile(
    r"""\\\\\w[\w.-]*\\                                   # a shared drive
    | https?://(?:localhost|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)
    | https?://[\w-]+(?:[:/\s)]|$)                        # a name without a dot
    | https?://[\w.-]+\.(?:local|lan|intra|intranet|intern|internal|corp)\b""",
    re.VERBOSE | re.IGNORECASE,
)
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|\?\?\?")
ONLY_US = re.compile(
    r"""internal\ use\ only | staff\ only | for\ staff\ only
    | (?:kun\ (?:for|til)\ )(?:internt?\ brug|internt\ bruk|intern\ bruk|ansatte)
    | vain\ sisäiseen\ käyttöön | vain\ henkilöstölle""",
    re.VERBOSE | re.IGNORECASE,
)


def check(subject):
    if not subject.world.is_public:
        return
    for page in subject.pages:
        for_staff = {block.id for block in getattr(page, "body", ()) if is_for_staff(block.codes)}
        for value in walk_page(page):
            if value.place[1] == "body" and value.place[2] in for_staff:
                continue
            for text in _texts(value):
                yield from _found(subject, page, value.place, text)


def _texts(value):
    if value.kind in (Kind.TEXT, Kind.RICH):
        return value.value.values()
    return [value.value] if value.kind is Kind.CODE and isinstance(value.value, str) else []


def _found(subject, page, place, text):
    relation, row = subject.row_at(page, place)
    if ONLY_US.search(text):
        message = _("The text says that it is for staff only, and everybody can read it.")
        yield subject.error(message, page, relation, row)
    if UNFINISHED.search(text):
        message = _("The text has a mark of something unfinished: “%(mark)s”.")
        words = {"mark": UNFINISHED.search(text)[0]}
        yield subject.error(message % words, page, relation, row)
    if INSIDE.search(text):
        message = _("The text leads to an address that only opens inside your network.")
        yield subject.warning(message, page, relation, row)
    for address in MAIL.findall(text):
        message = _("Everybody can read this mail address: %(address)s. Is it meant for everybody?")
        yield subject.warning(message % {"address": address}, page, relation, row)
