"""People, where they work and with whom."""

from .access_entry import AccessEntry
from .closure import Closure
from .invitation import Invitation
from .membership import Membership
from .organisation import Organisation
from .partner_access import PartnerAccess
from .team import Country, Team
from .user import User

__all__ = [
    "AccessEntry",
    "Closure",
    "Country",
    "Invitation",
    "Membership",
    "Organisation",
    "PartnerAccess",
    "Team",
    "User",
]
