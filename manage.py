#!/usr/bin/env python
"""Django's command line; without DJANGO_SETTINGS_MODULE it works on the development settings."""

import os
import sys

from django.core.management import execute_from_command_line

from portal.settings.environment import SettingMissing

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    try:
        execute_from_command_line(sys.argv)
    except SettingMissing as missing:
        sys.exit(str(missing))
