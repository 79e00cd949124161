"""A case and what happens in it. Texts of guidance are read from its edition, never copied."""

from .absence import Absence
from .area import CaseArea
from .branch import CaseBranch
from .case import Case
from .consent import CaseConsent
from .consultation import Consultations
from .contact import CaseContact
from .deadline import CaseDeadline
from .emergency import CaseEmergency
from .event import CaseEvent
from .handover import CaseHandover
from .item import CaseItem
from .milestone import CaseMilestone
from .move import CaseMove, MovingCase
from .news import CaseNews
from .outward import CalendarKey, DailyMail
from .pause import CasePause
from .reference import ReferenceYear
from .retention import CaseTally, ErasedCase, Retention
from .round import CaseRound
from .sharing import CaseSharing
from .stay import CaseStay

__all__ = [
    "Absence",
    "CalendarKey",
    "Case",
    "CaseArea",
    "CaseBranch",
    "CaseConsent",
    "CaseContact",
    "CaseDeadline",
    "CaseEmergency",
    "CaseEvent",
    "CaseHandover",
    "CaseItem",
    "CaseMilestone",
    "CaseMove",
    "CaseNews",
    "CasePause",
    "CaseRound",
    "CaseSharing",
    "CaseStay",
    "CaseTally",
    "Consultations",
    "DailyMail",
    "ErasedCase",
    "MovingCase",
    "ReferenceYear",
    "Retention",
]
