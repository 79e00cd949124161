"""What a person has to be told and has not yet said that they know."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from cases.models import Case, CaseNews
from cases.reading.words.when import moment_said
from cases.work.clock import now_for
from pathways.reading.links import Link

MOST = 30


@dataclass(frozen=True)
class News:
    """Something that happened to somebody's work. ``case`` only while they may read it."""

    pk: int
    words: str
    by: str
    when: str
    case: Link | None


def news_for(user) -> list[News]:
    """What has not been seen, the latest first."""
    unseen = CaseNews.objects.filter(user=user, seen=False).select_related("by", "case__team")
    found = list(unseen[:MOST])
    cases = {news.case_id for news in found}
    visible = set(
        Case.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True)
        if cases
        else ()
    )
    return [_news(news, news.case_id in visible) for news in found]


def _news(news, visible):
    case = news.case
    return News(
        pk=news.pk,
        words=news.get_kind_display(),
        by=str(news.by),
        when=moment_said(news.at, now_for(case.team) if case else timezone.localtime()),
        case=Link(case.alias or case.reference, reverse("cases:case", args=[case.pk]))
        if visible
        else None,
    )
