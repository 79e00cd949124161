"""All that is held about a case, table by table: whatever has a row that belongs to it."""

import datetime
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case, CaseItem
from cases.reading.words.said import Wording
from cases.reading.words.when import day_written, moment_written

from .words import COLUMNS, LEFT_OUT, TITLES


@dataclass(frozen=True)
class Table:
    """One kind of row; of each row what it says, as pairs of name and value."""

    title: str
    rows: list[list[tuple[str, str]]]


def held(plan) -> list[Table]:
    """The case itself, then what belongs to it; empty tables are left out."""
    wording = Wording(plan.procedure)
    case = Case.objects.select_related(*_people(Case)).get(pk=plan.case.pk)
    tables = [_table(_("The case"), Case, [case], wording)]
    for relation in _belonging():
        model = relation.related_model
        found = model._default_manager.filter(**{relation.field.name: plan.case})
        rows = list(found.select_related(*_people(model)))
        if rows:
            tables.append(_table(_title(model), model, rows, wording))
    return tables


def _belonging():
    """Relations to a case, those without a way back too, in a steady order."""
    found = Case._meta.get_fields(include_hidden=True)
    found = [field for field in found if field.auto_created and not field.concrete]
    return sorted(found, key=lambda each: each.related_model.__name__)


def _people(model):
    return [field.name for field in model._meta.fields if field.many_to_one]


def _title(model):
    words = TITLES.get(model.__name__) or model._meta.verbose_name_plural
    return capfirst(str(words))


def _table(title, model, rows, wording):
    fields = [
        field
        for field in model._meta.fields
        if not field.primary_key and field.name not in LEFT_OUT and field.related_model is not Case
    ]
    names = {field: _name(field) for field in fields}
    return Table(
        title,
        [
            [(names[field], said) for field in fields if (said := _said(field, row, wording))]
            for row in rows
        ],
    )


def _name(field):
    return capfirst(str(COLUMNS.get(field.name) or field.verbose_name))


YES, NO = gettext_lazy("yes"), gettext_lazy("no")


def _said(field, row, wording):
    value = getattr(row, field.name)
    if value is None or value == "":
        return ""
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, bool):
        return str(YES if value else NO)
    if isinstance(value, datetime.datetime):
        return moment_written(timezone.localtime(value))
    if isinstance(value, datetime.date):
        return day_written(value)
    if isinstance(value, get_user_model()):
        return f"{value} ({value.email})" if str(value) != value.email else value.email
    return _of_guidance(field.name, value, row, wording)


def _of_guidance(name, value, row, wording):
    """Keys of guidance, in the words of the case's edition."""
    words = {
        "step_key": lambda: wording.step(value),
        "item_key": lambda: wording.item(row.step_key, value),
        "branch_key": lambda: wording.branch(row.step_key, value),
        "phase_key": lambda: wording.phase(value),
        "area": lambda: wording.phase(value),
        "outcome": lambda: wording.outcome(value),
        "kind": lambda: _kind(value, wording),
        "before": lambda: _state(value),
        "after": lambda: _state(value),
    }
    return str(words[name]() if name in words else value)


def _state(value):
    return CaseItem.State(value).label if value in CaseItem.State.values else value


def _kind(value, wording):
    """A milestone or a consent by its slug."""
    procedure = wording.procedure
    if value in procedure.consents:
        return wording.consent(value)
    return wording.milestone(value)
