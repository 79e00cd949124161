"""Who may read a page, beside the page in the editor's form."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.view_restrictions import BaseViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page, PageViewRestriction

from accounts import roles
from accounts.models import Organisation
from accounts.visibility.languages import set_partners

NONE, LOGIN, GROUPS = (
    PageViewRestriction.NONE,
    PageViewRestriction.LOGIN,
    PageViewRestriction.GROUPS,
)
READERS = [
    (NONE, gettext_lazy("Everybody")),
    (LOGIN, gettext_lazy("Staff who are signed in, and partners for a time")),
    (GROUPS, gettext_lazy("Only some roles")),
]


class VisibilityForm(BaseViewRestrictionForm):
    """Everybody, staff with partners until a day, or some roles."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["restriction_type"].label = _("Who may read the page")
        self.fields["restriction_type"].choices = READERS
        self.fields["groups"].label_from_instance = roles.label
        self.fields["groups"].label = _("Roles")
        known = self._known_partners()
        self.partners = Organisation.objects.filter(kind=Organisation.Kind.PARTNER)
        for partner in self.partners:
            self.fields[_name(partner)] = forms.DateField(
                label=partner.name,
                required=False,
                initial=known.get(partner.pk),
                widget=AdminDateInput(),
            )

    def _known_partners(self):
        if not self.instance.pk:
            return {}
        return dict(self.instance.partners.values_list("organisation", "until"))

    def partner_fields(self):
        """One for each partner: the last day on which its people may read the page."""
        return [self[_name(partner)] for partner in self.partners]

    def clean(self):
        cleaned_data = super().clean()
        for partner in self.partners:
            self._check(_name(partner), cleaned_data)
        return cleaned_data

    def _check(self, name, cleaned_data):
        """A day that says something; one that was there before may have passed."""
        until = cleaned_data.get(name)
        if until is None:
            return
        if cleaned_data.get("restriction_type") != LOGIN:
            words = _("A day counts only where the page is for staff. Choose that, or clear it.")
            self.add_error(name, words)
        elif name in self.changed_data and until < timezone.localdate():
            self.add_error(name, _("This day has passed. Clear it to close the page to them."))

    @transaction.atomic
    def save_for(self, page, user):
        """Write what was chosen; all languages of the page follow."""
        if self.cleaned_data["restriction_type"] == NONE:
            if self.instance.pk:
                self.instance.delete(user=user)
            return
        restriction = self.save(commit=False)
        restriction.page = page
        restriction.save(user=user)
        self.save_m2m()
        days = {partner.pk: self.cleaned_data[_name(partner)] for partner in self.partners}
        set_partners(restriction, {pk: until for pk, until in days.items() if until})

    class Meta:
        model = PageViewRestriction
        fields = ("restriction_type", "groups")


def _name(partner):
    return f"until_{partner.pk}"


def set_visibility(request, page_id):
    """The window that Wagtail opens from the page's side panel, in its own place."""
    page = get_object_or_404(Page, pk=page_id).specific_deferred
    if not page.permissions_for_user(request.user).can_set_view_restrictions():
        raise PermissionDenied
    restriction = PageViewRestriction.objects.filter(page=page).first()
    above = page.get_view_restrictions().exclude(page=page).select_related("page")
    initial = None if restriction else {"restriction_type": NONE}
    form = VisibilityForm(request.POST or None, instance=restriction, initial=initial)
    if request.method == "POST" and form.is_valid():
        form.save_for(page, request.user)
        is_public = form.cleaned_data["restriction_type"] == NONE and not above
        done = {"step": "set_privacy_done", "is_public": is_public}
        return render_modal_workflow(request, None, None, None, json_data=done)
    context = {
        "form": form,
        "above": _above(above),
        "action_url": reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
    }
    return render_modal_workflow(
        request,
        "accounts/admin/visibility.html",
        None,
        context,
        json_data={"step": "set_privacy"},
    )


def _above(restrictions):
    """Links to the pages above that are not for everybody: who is let in there counts here too."""
    return [
        format_html(
            '<a href="{}">{}</a>',
            reverse("wagtailadmin_pages:edit", args=[restriction.page_id]),
            restriction.page.get_admin_display_title(),
        )
        for restriction in restrictions.order_by("page__path")
    ]
