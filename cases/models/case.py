"""A case: not a journal, only the work that a pathway asks for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Team
from pathways.models import PathwayEdition


class CaseQuerySet(models.QuerySet):
    """Cases by who may see them and how they stand."""

    def visible_to(self, user):
        """Those that the person may read.

        Those of their teams, those that they are asked to take over, and those that they
        opened in an emergency.
        """
        from .emergency import CaseEmergency
        from .handover import CaseHandover

        asked = CaseHandover.objects.waiting().filter(
            person_id=user.pk, person__is_active=True, team__in=Team.objects.of(user)
        )
        emergencies = CaseEmergency.objects.current().filter(user_id=user.pk)
        return self.filter(
            Q(team__in=Team.objects.of(user))
            | Q(pk__in=asked.values("case_id"))
            | Q(pk__in=emergencies.values("case_id"))
        )

    def worked_on_by(self, user):
        """Those of the teams that the person is in today: only they are changed by them."""
        return self.filter(team__in=Team.objects.of(user))

    def as_seen_by(self, user):
        """Those that the person may read, each knowing whether that is all they may."""
        ours = Team.objects.of(user).filter(pk=models.OuterRef("team_id"))
        return self.visible_to(user).annotate(is_worked_on=models.Exists(ours))

    def open(self):
        """Those in which work goes on."""
        return self.filter(state__in=Case.GOES_ON)

    def closed(self):
        """Those that have ended."""
        return self.exclude(state__in=Case.GOES_ON)

    def to_work_on(self):
        """Those in which something may be to do: open ones, and ended ones to follow up."""
        return self.filter(Q(state__in=Case.GOES_ON) | Q(follow_up_pending=True))

    def held_by(self, user):
        """Those for which the person is responsible."""
        return self.filter(responsible=user)

    def found_by(self, words):
        """Those whose reference or record number is what somebody wrote, or begins like it.

        :param str words: as typed; spaces around it do not count.
        """
        words = words.strip()
        if not words:
            return self.none()
        return self.filter(Q(reference__iexact=words) | Q(record_number__istartswith=words))

    def for_work(self):
        """With all that is needed to say what they are, in one query."""
        return self.select_related("team__organisation", "responsible")

    def locked(self, pk):
        """A case that nobody else changes until the transaction ends.

        It is locked by itself first: PostgreSQL waits for who is changing it, and would then not
        find it together with the person who was responsible before.

        :raises Case.DoesNotExist:
        """
        self.select_for_update().values_list("pk").get(pk=pk)
        return self.for_work().get(pk=pk)


class Case(models.Model):
    """One pathway followed for one person, whose name is not here."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a case", "open")
        CLOSED = "closed", pgettext_lazy("state of a case", "closed")

    GOES_ON = (State.OPEN,)

    reference = models.CharField(max_length=12, unique=True, editable=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="cases")
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="cases",
    )
    edition = models.ForeignKey(PathwayEdition, models.PROTECT, related_name="+")
    record_number = models.CharField(
        _("record number"),
        max_length=40,
        help_text=_("The number by which your record system knows it. Never a personal number."),
    )
    alias = models.CharField(
        _("neutral name"),
        max_length=40,
        blank=True,
        help_text=_("To tell cases apart at a glance, for example “Blue house”. Nobody’s name."),
    )
    started_on = models.DateField()
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.OPEN, editable=False
    )
    outcome = models.SlugField(max_length=80, blank=True, editable=False)
    closed_on = models.DateField(null=True, editable=False)
    # Whether an ended case has follow-ups that nobody has settled; when they are due is derived.
    follow_up_pending = models.BooleanField(default=False, editable=False)
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # The same form posted twice opens one case.
    form_token = models.UUIDField(unique=True, null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "closed"]), name="case_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False) & ~Q(outcome="")
                | ~Q(state="closed") & Q(closed_on__isnull=True, outcome=""),
                name="case_closed_with_outcome_and_day",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=models.F("started_on")),
                name="case_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=~Q(record_number=""), name="case_has_record_number"),
            models.CheckConstraint(
                condition=Q(follow_up_pending=False) | Q(state="closed"),
                name="case_is_followed_up_after_its_end",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state"], name="case_of_team"),
            models.Index(fields=["responsible", "state"], name="case_of_person"),
            models.Index(fields=["team", "record_number"], name="case_by_record"),
        ]

    def __str__(self):
        return self.reference

    @property
    def goes_on(self):
        return self.state in self.GOES_ON

    @property
    def is_ours(self):
        """Whether it was read for a member of its team, not for somebody who may only look."""
        return getattr(self, "is_worked_on", True)

    @property
    def can_be_changed(self):
        """Whether work goes on, and whoever reads it may do it."""
        return self.goes_on and self.is_ours

    @property
    def record_address(self):
        """Where the team's record system shows it, or an empty string."""
        return self.team.record_address(self.record_number)
