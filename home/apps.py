"""The front page and what stands around the guidance."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
