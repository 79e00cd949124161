"""Random cases meet random editions: what is touched is told alike twice, and back is back."""

import random

import pytest
from django.core.exceptions import ValidationError

from cases.models import Case, CaseItem
from cases.services.editions import move_case
from cases.services.undo import undo
from cases.work.behind import behind_of
from cases.work.changes import Comparison, token_of
from cases.work.load import plan_of
from cases.work.procedure import Procedure
from pathways.models import PathwayEdition
from portal.demo.casework import make_case

from .moving import released, withdraw

pytestmark = [pytest.mark.django_db, pytest.mark.endurance]
STATES = ("done", "in_progress", "not_relevant", "to_do")


def random_change(dice):
    """One to four things that an editor may do to a pathway."""
    acts = dice.choices((reword, remove, hurry, loosen, carry, offer, repeat), k=dice.randint(1, 4))

    def change(pages):
        for act in acts:
            act(dice, pages)

    return change


def _steps(pages):
    return [page for page in pages.values() if page.get("items")]


def _item(dice, pages):
    return dice.choice(dice.choice(_steps(pages))["items"])


def reword(dice, pages):
    _item(dice, pages)["text"] = {"da": f"Ord {dice.random()}", "en": "Words"}


def remove(dice, pages):
    items = dice.choice(_steps(pages))["items"]
    items.remove(dice.choice(items))


def hurry(dice, pages):
    dated = [i for page in _steps(pages) for i in page["items"] if i.get("due", {}).get("amount")]
    dice.choice(dated)["due"]["amount"] += 1


def loosen(dice, pages):
    item = _item(dice, pages)
    item["mandatory"] = not item.get("mandatory", True)


def carry(dice, pages):
    one, other = dice.sample(_steps(pages), 2)
    keys = {item["key"] for item in other["items"]}
    movable = [item for item in one["items"] if item["key"] not in keys]
    if movable:
        item = dice.choice(movable)
        one["items"].remove(item)
        other["items"].append(item)


def offer(dice, pages):
    dice.choice(_steps(pages))["necessity"] = "optional"


def repeat(dice, pages):
    row = dice.choice(pages["outreach-casework"]["milestones"])
    row["repeats"] = not row.get("repeats", False)


def random_work(dice, case, person):
    """Rows as work leaves them, without the time that doing it takes."""
    case.items.all().delete()
    places = dice.sample([item.place for item in plan_of(case).items], dice.randint(0, 6))
    CaseItem.objects.bulk_create(
        CaseItem(
            case=case,
            step_key=step,
            item_key=item,
            round=number,
            state=state,
            reason="Grund" if state == "not_relevant" else "",
            assigned_to=dice.choice((None, person)),
            changed_by=person,
            changed_at=case.opened_at,
            version=1,
        )
        for step, item, number in places
        for state in [dice.choice(STATES)]
    )


def everything(case):
    rows = sorted(case.items.values_list())
    milestones = sorted(case.milestones.values_list())
    return rows, milestones, [(i.place, i.state, i.by, i.standing) for i in plan_of(case).items]


@pytest.mark.parametrize("seed", range(5))  # each begins anew: a pathway has few editions
def test_histories(seed, kim, size, measured):
    dice = random.Random(seed)
    first = PathwayEdition.objects.get(key="outreach-casework", number=1)
    case = make_case(kim, until=dice.choice(("contact", "first-meeting")), days_ago=20)
    rounds = size(5, 200)
    for _round in range(rounds):
        random_work(dice, case, kim)
        before = everything(case)
        edition = released(random_change(dice), base=first)
        plan = plan_of(case)
        losses = Comparison(plan.procedure, Procedure(edition)).losses(plan.facts)
        [behind] = behind_of(Case.objects.all())
        assert behind.needing.exists() == bool(losses)
        assert behind.ready.exists() == (not losses)
        if losses:
            with pytest.raises(ValidationError):
                move_case(case=case, user=kim, edition=edition)
        seen = token_of(losses, edition)
        batch = move_case(case=case, user=kim, edition=edition, seen=seen)
        assert everything(case)[:2] == before[:2]
        assert undo(case=case, user=kim, batches=[batch]) == 1
        assert everything(case) == before
        withdraw(edition)
    measured(f"random editions, there and back, seed {seed}: nothing changed", rounds, "moves")
