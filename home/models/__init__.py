"""The front page, pages for readers, and the portal's own settings."""

from .accessibility import AccessibilityGap, AccessibilitySettings
from .home_page import HomePage
from .information_page import InformationPage
from .privacy import PrivacySettings
from .site_settings import PortalSettings

__all__ = [
    "AccessibilityGap",
    "AccessibilitySettings",
    "HomePage",
    "InformationPage",
    "PortalSettings",
    "PrivacySettings",
]
