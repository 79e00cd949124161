from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People: who signs in, and as whom."""

    name = "accounts"
    verbose_name = "Accounts"
