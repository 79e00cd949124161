"""Asking somebody to take over."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pathways.choices import RadioSelect

from .base import CaseForm
from .people import MemberField


class HandOverForm(CaseForm):
    """What, and to whom: people of the team first, then those of the organisation's others."""

    area = forms.ChoiceField(label=gettext_lazy("What"), required=False, widget=RadioSelect)
    person = MemberField(
        label=gettext_lazy("To whom"),
        help_text=gettext_lazy(
            "Whoever you ask can read the case until they answer, for two weeks at most. It stays "
            "where it is until they say yes."
        ),
    )

    def __init__(self, *args, areas, memberships, **kwargs):
        """
        :param areas: phases to choose from: ``[(key, title), …]``.
        :param memberships: of those who can be asked, with person and team, in order.
        """
        super().__init__(*args, **kwargs)
        self.fields["person"].offer(memberships)
        self.fields["area"].choices = [("", _("The whole case")), *areas]
        if not areas:
            del self.fields["area"]

    def wanted(self):
        """What the service takes."""
        chosen = self.cleaned_data["person"]
        area = self.cleaned_data.get("area", "")
        return {"person": chosen.user, "team": chosen.team, "area": area}


class DeclineForm(CaseForm):
    """Why not, in a few words."""

    reason = forms.CharField(
        label=gettext_lazy("Why not, if you like"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("A few words, without names."),
    )
