"""How long cases are kept, how many that concerns, and what was erased."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import get_language

from cases.models import Case, CaseTally, ErasedCase, Retention
from cases.reading.words.when import day_written
from cases.services.erasing import ends_on, past_their_time
from pathways.models import Outcome

AHEAD = timedelta(days=90)
MOST = 50


@dataclass(frozen=True)
class Rule:
    """An outcome, for how long its cases are kept, and how many there are."""

    slug: str
    name: str
    months: int | None
    holds_from: str
    here: int
    erased: int

    @property
    def total(self):
        return self.here + self.erased


def rules() -> list[Rule]:
    """All outcomes in which a case can end or has ended."""
    here = dict(Case.objects.closed().values_list("outcome").annotate(n=Count("pk")).order_by())
    gone = dict(CaseTally.objects.values_list("outcome").annotate(n=Sum("count")).order_by())
    months = {rule.outcome: rule for rule in Retention.objects.all()}
    names = outcome_names()
    slugs = sorted({*here, *gone, *months, *names}, key=lambda slug: names.get(slug, slug))
    return [_rule(slug, names, months.get(slug), here, gone) for slug in slugs]


def _rule(slug, names, rule, here, gone):
    waits = rule is not None and rule.holds_from > timezone.localdate()
    return Rule(
        slug=slug,
        name=names.get(slug, slug),
        months=rule.months if rule else None,
        holds_from=day_written(rule.holds_from) if waits else "",
        here=here.get(slug, 0),
        erased=gone.get(slug, 0),
    )


def outcome_names() -> dict:
    """Outcomes by slug, in the reader's language where they have one."""
    found = Outcome.objects.select_related("locale").order_by("pk")
    names = {}
    for word in found:
        if word.slug not in names or word.locale.language_code == get_language():
            names[word.slug] = word.name
    return names


@dataclass(frozen=True)
class Preview:
    """What a time would erase: how many at once, and which cases within the next weeks."""

    months: int
    now: int
    soon: list[tuple[str, str]]
    is_cut: bool


def preview(outcome, months) -> Preview:
    """What would happen if cases with an outcome were kept for so many months."""
    today = timezone.localdate()
    found = past_their_time(outcome, months, today + AHEAD)
    days = [(case.reference, ends_on(case, months)) for case in found]
    now = sum(day <= today for _reference, day in days)
    soon = [(reference, day_written(max(day, today))) for reference, day in days]
    return Preview(months, now, soon[:MOST], len(soon) > MOST)


def erased_days():
    """Days on which cases were erased, the latest first, with how many."""
    days = ErasedCase.objects.values("day").annotate(n=Count("pk")).order_by("-day")
    return [{"day": row["day"], "said": day_written(row["day"]), "count": row["n"]} for row in days]


def certificate(day: date) -> dict:
    """What was erased on a day: ids and counts."""
    rows = list(ErasedCase.objects.filter(day=day))
    return {
        "day": day_written(day),
        "cases": len(rows),
        "rows": sum(row.rows for row in rows),
        "ids": [row.case_id for row in rows],
    }
