"""Two editions of a pathway side by side, word by word."""

from dataclasses import dataclass

from django import forms
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pathways.models import PathwayEdition
from pathways.reading.difference import Difference, difference_of
from pathways.reading.links import Link

from .address import comparison_url, edition_url, page_address
from .standing import Standing, Standings
from .surroundings import edition_name


@dataclass(frozen=True)
class Compared:
    """One of the two editions."""

    edition: Standing
    link: Link


@dataclass(frozen=True)
class EditionsCompared:
    """Everything that the page shows."""

    title: str
    summary: str
    lang: str
    pathway: Link
    before: Standing
    after: Standing
    editions: list[Compared]
    difference: Difference
    missing_language: bool
    text_url: str


class ChooseForm(forms.Form):
    """Which two editions to compare."""

    before = forms.TypedChoiceField(coerce=int)
    after = forms.TypedChoiceField(coerce=int)

    def __init__(self, known: Standings, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        names = [(edition.number, edition_name(edition.number)) for edition in known.all]
        for name, label in (("before", _("From")), ("after", _("To"))):
            self.fields[name].choices, self.fields[name].label = names, label
        self.initial = {"before": names[min(1, len(names) - 1)][0], "after": names[0][0]}


def compared(gate, key, numbers, known) -> EditionsCompared:
    """How two editions differ for the reader at the gate.

    :param numbers: of the two, in the order in which they are compared.
    :param known: all `Standings`.
    :raises Http404: when one of them is not there.
    """
    before, after = (known.of(number) for number in numbers)
    if not before or not after:
        raise Http404
    editions = PathwayEdition.objects.of(key).filter(number__in=numbers).for_reading()
    documents = {edition.number: edition.document() for edition in editions}
    language = get_language()
    difference = difference_of(
        *(documents[number] for number in numbers),
        language,
        addresses=[page_address(key, number) for number in numbers],
        reader=gate.reader,
    )
    words = {"before": before.number, "after": after.number}
    return EditionsCompared(
        title=_("Edition %(before)s and edition %(after)s") % words,
        summary=after.change_note,
        lang=language,
        pathway=gate.link,
        before=before,
        after=after,
        editions=[
            Compared(edition, Link(edition_name(edition.number), edition_url(key, edition.number)))
            for edition in (before, after)
        ],
        difference=difference,
        missing_language=difference.language != language,
        text_url=comparison_url(key, *numbers, text=True),
    )
