"""When something is due: a pure computation from a rule, what has happened, and a calendar."""

from .calendar import Calendar, Closed, Closure, NoCalendarError
from .compute import Due, Note, State, Trouble, due
from .days_off import DayOff
from .explain import Explanation, explain
from .rule import Occurrence, Rule

__all__ = [
    "Calendar",
    "Closed",
    "Closure",
    "DayOff",
    "Due",
    "Explanation",
    "NoCalendarError",
    "Note",
    "Occurrence",
    "Rule",
    "State",
    "Trouble",
    "due",
    "explain",
]
