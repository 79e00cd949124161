"""The front page and the portal's own settings."""

from .home_page import HomePage
from .site_settings import PortalSettings

__all__ = ["HomePage", "PortalSettings"]
