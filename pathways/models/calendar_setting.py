"""What a country's calendar leaves open: which days are off by custom, and what a weekday is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from accounts.models import Country
from pathways.due.days_off import POSSIBLE, USUAL, DayOff


class CalendarSettingForm(WagtailAdminModelForm):
    """Offers the days that can be off in this country."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for day in set(DayOff) - set(POSSIBLE.get(self.instance.country, ())):
            del self.fields[f"{day}_off"]


class CalendarSetting(models.Model):
    """One for each country; without it the usual days off hold (``pathways.due.days_off``)."""

    country = models.CharField(
        _("country"), max_length=2, choices=Country.choices, unique=True, editable=False
    )
    may_day_off = models.BooleanField(_("1 May is a day off"), default=False)
    constitution_day_off = models.BooleanField(_("5 June is a day off"), default=False)
    midsummer_eve_off = models.BooleanField(_("Midsummer Eve is a day off"), default=False)
    christmas_eve_off = models.BooleanField(_("24 December is a day off"), default=False)
    new_years_eve_off = models.BooleanField(_("31 December is a day off"), default=False)
    saturday_is_weekday = models.BooleanField(
        _("Saturday is a weekday"),
        default=True,
        help_text=_("For deadlines in weekdays. It is never a working day."),
    )
    rolls = models.BooleanField(
        _("move a date off a day on which nobody works"),
        default=False,
        help_text=_(
            "For deadlines in calendar days, weeks and months: on to the next working day, or "
            "back where it is counted backwards. Otherwise the date stays, and a note says so."
        ),
    )

    base_form_class = CalendarSettingForm
    panels = [
        MultiFieldPanel(
            [FieldPanel(f"{day}_off") for day in DayOff], heading=_("Days off by custom")
        ),
        MultiFieldPanel(
            [FieldPanel("saturday_is_weekday"), FieldPanel("rolls")], heading=_("Counting")
        ),
    ]

    class Meta:
        ordering = ["country"]
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(country__in=["NO", "DK", "FI", "SE"]),
                name="calendarsetting_country_known",
            ),
        ]

    def __str__(self):
        return self.get_country_display()

    @classmethod
    def usual(cls, country):
        """The settings of a country, not saved, as they are until somebody changes them."""
        off = {f"{day}_off": day in USUAL[country] for day in DayOff}
        return cls(country=country, **off)

    @property
    def customs(self):
        """The days off that are ticked, of those that the country has."""
        return frozenset(day for day in POSSIBLE[self.country] if getattr(self, f"{day}_off"))

    @property
    def days_off(self):
        """Their names, in the order of the year."""
        return ", ".join(str(day.label) for day in DayOff if day in self.customs)
