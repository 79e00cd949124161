"""What a WSGI server loads; without DJANGO_SETTINGS_MODULE it is a production site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()

from portal import demo_accounts  # noqa: E402 - it reads the users, which Django has just set up

demo_accounts.refuse_to_serve_them()
