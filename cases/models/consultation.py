"""Anonymous consultations: how many, and nothing else."""

from django.db import models

from accounts.models import Team


class Consultations(models.Model):
    """How often a team was asked on a day about somebody whom nobody named.

    There is no case, no text, no person: neither who was talked about nor who answered.
    """

    team = models.ForeignKey(Team, models.CASCADE, related_name="consultations")
    day = models.DateField()
    number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-day"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["team", "day"], name="consultations_once_a_day")
        ]

    def __str__(self):
        return f"{self.day}: {self.number}"
