"""What is said after a change: in the page, and aloud by screen readers.

A notice never names a case: it is kept in the session, or in a cookie, until it is shown.
"""

from dataclasses import dataclass, field

from django.contrib import messages


@dataclass(frozen=True)
class Notice:
    """Something that happened, or did not."""

    text: str
    went_well: bool = True
    batches: str = ""  # what Undo takes back
    details: list[str] = field(default_factory=list)


SEPARATOR = "\n"


def tell(request, notice):
    """Keep a notice for the page that comes next."""
    level = messages.SUCCESS if notice.went_well else messages.WARNING
    text = SEPARATOR.join([notice.text, *notice.details])
    messages.add_message(request, level, text, extra_tags=notice.batches)


def told(request) -> list[Notice]:
    """The notices that wait to be shown, each once."""
    found = []
    for message in messages.get_messages(request):
        text, *details = str(message).split(SEPARATOR)
        found.append(
            Notice(text, message.level == messages.SUCCESS, message.extra_tags or "", details)
        )
    return found
