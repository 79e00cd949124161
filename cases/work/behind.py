"""Open cases that follow another edition than the one in force, told apart by the database."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from cases.models import (
    CaseBranch,
    CaseConsent,
    CaseItem,
    CaseMilestone,
    CaseRound,
    CaseStay,
)
from pathways.models import PathwayEdition

from .changes import Comparison
from .procedure import Procedure

NOTHING = Q(pk__in=())


@dataclass
class Behind:
    """Cases of one pathway, whose procedure has changed since they were opened.

    :ivar edition: the one in force; :ivar cases: a queryset.
    """

    edition: PathwayEdition
    comparisons: dict[int, Comparison]
    cases: object

    @cached_property
    def _needing(self):
        asked = (Q(edition=pk) & touched_by(c) for pk, c in self.comparisons.items())
        return reduce(or_, asked, NOTHING)

    @property
    def _staying(self):
        return Q(Exists(CaseStay.objects.filter(case=OuterRef("pk"), edition=self.edition)))

    @property
    def ready(self):
        """Those that may move by themselves: nothing that was begun changes."""
        return self.cases.exclude(self._staying).exclude(self._needing)

    @property
    def needing(self):
        """Those in which something that was begun has changed or vanished."""
        return self.cases.exclude(self._staying).filter(self._needing)

    @property
    def staying(self):
        """Those of which somebody has said why they stay."""
        return self.cases.filter(self._staying)


def behind_of(cases, key=None) -> list[Behind]:
    """Open cases by pathway.

    :param cases: a queryset; :param key: of one pathway, or of all.
    """
    in_force = PathwayEdition.objects.in_force()
    in_force = in_force.filter(key=key) if key is not None else in_force
    new = {edition.key: edition for edition in in_force.for_reading()}
    others = Q(edition__key__in=new) & ~Q(edition__in=[edition.pk for edition in new.values()])
    behind = cases.open().filter(others)
    old = PathwayEdition.objects.filter(pk__in=behind.order_by().values("edition")).for_reading()
    found = {}
    for edition in old:
        found.setdefault(edition.key, []).append(edition)
    return [
        Behind(new[key], _comparisons(editions, new[key]), behind.filter(edition__in=editions))
        for key, editions in sorted(found.items())
    ]


def asked_to_move(cases):
    """Open cases that do not follow the edition in force, and of which nobody said why."""
    in_force = PathwayEdition.objects.in_force()
    stays = CaseStay.objects.filter(case=OuterRef("pk"), edition__in=in_force)
    behind = cases.open().filter(edition__key__in=in_force.values("key"))
    return behind.exclude(edition__in=in_force).exclude(Exists(stays))


def _comparisons(editions, edition):
    new = Procedure(edition)
    return {old.pk: Comparison(Procedure(old), new) for old in editions}


def touched_by(comparison) -> Q:
    """Condition on cases of the old edition: what ``Comparison.losses`` would find is there."""
    to_do = Q(state=CaseItem.State.TO_DO, assigned_to=None)
    kinds = {
        CaseMilestone: Q(kind__in=comparison.milestones),
        CaseConsent: Q(kind__in=comparison.consents),
        CaseRound: Q(kind__in=comparison.rounds),
        CaseItem: _places("item_key", comparison.items) & ~to_do,
        CaseBranch: _places("branch_key", comparison.branches),
    }
    exist = (
        Q(Exists(model.objects.filter(found, case=OuterRef("pk"))))
        for model, found in kinds.items()
    )
    return reduce(or_, exist)


def _places(field, places):
    by_step = {}
    for step, key in places:
        by_step.setdefault(step, []).append(key)
    found = (Q(step_key=step, **{f"{field}__in": keys}) for step, keys in by_step.items())
    return reduce(or_, found, NOTHING)


def in_force_for(case):
    """The edition that a case could follow instead of its own, or None."""
    keys = PathwayEdition.objects.filter(pk=case.edition_id).values("key")
    found = PathwayEdition.objects.in_force().filter(key__in=keys).exclude(pk=case.edition_id)
    return found.for_reading().first()
