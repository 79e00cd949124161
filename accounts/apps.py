from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, post_save, pre_save


class AccountsConfig(AppConfig):
    """People: who signs in, and as whom; and what is never kept about anybody."""

    name = "accounts"
    verbose_name = "Accounts"

    def ready(self):
        from .access_log import door
        from .access_log import signals as access_log
        from .append_only import checks, triggers
        from .models import User
        from .personal_numbers.last_line import refuse_personal_numbers
        from .sign_in import sessions
        from .sign_in.addresses import forget_former_addresses
        from .visibility import languages

        pre_save.connect(refuse_personal_numbers, dispatch_uid="refuse_personal_numbers")
        post_save.connect(forget_former_addresses, sender=User, dispatch_uid="former_addresses")
        post_save.connect(sessions.end_when_closed, sender=User, dispatch_uid="end_sessions")
        user_logged_in.connect(sessions.begin, dispatch_uid="session_begins")
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="append_only_triggers")
        register(checks.check_protection, Tags.database)
        access_log.connect()
        languages.connect()
        door.connect()
