"""The editor's page for moving rows to another step."""

from itertools import groupby

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from pathways.models import StepPage
from pathways.moving import MOVABLE, MoveRefused, move_rows, other_steps
from pathways.permissions import may_move_rows


class MoveRowsForm(forms.Form):
    """What to move, and where."""

    items = forms.MultipleChoiceField(
        label=gettext_lazy("Checklist items"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    branches = forms.MultipleChoiceField(
        label=gettext_lazy("Branches"), required=False, widget=forms.CheckboxSelectMultiple
    )
    to_step = forms.ModelChoiceField(
        label=gettext_lazy("Move to"),
        queryset=StepPage.objects.none(),
        help_text=gettext_lazy("A step of the same pathway."),
    )

    def __init__(self, *args, page, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.user = page, user
        steps = other_steps(page)
        self.fields["to_step"].queryset = steps
        self.fields["to_step"].choices = [("", _("Choose a step")), *_by_phase(steps)]
        draft = page.get_latest_revision_as_object()
        for name in MOVABLE:
            rows = [(row.key, str(row)) for row in getattr(draft, name).all()]
            if rows:
                self.fields[name].choices = rows
            else:
                del self.fields[name]

    def chosen(self):
        """Pairs of relation and key."""
        return [(name, key) for name in MOVABLE for key in self.cleaned_data.get(name, [])]

    def clean(self):
        data = super().clean()
        if not self.chosen() and not self.errors.keys() & set(MOVABLE):
            first = next((name for name in MOVABLE if name in self.fields), None)
            self.add_error(first, _("Choose what to move."))
        return data

    def move(self):
        """Whether everything was moved; otherwise the form says why not."""
        try:
            move_rows(
                rows=self.chosen(),
                from_page=self.page,
                to_page=self.cleaned_data["to_step"],
                user=self.user,
            )
        except MoveRefused as refusal:
            self.add_error(refusal.field, str(refusal))
        except PermissionDenied:
            self.add_error("to_step", _("You may not change this step now."))
        return not self.errors


def _by_phase(steps):
    """Choices in groups named after the pages above them."""
    parents = [step.path[: -step.steplen] for step in steps]
    titles = dict(Page.objects.filter(path__in=parents).values_list("path", "title"))
    for path, group in groupby(steps, lambda step: step.path[: -step.steplen]):
        yield titles[path], [(step.pk, step.title) for step in group]


def move_rows_view(request, page_id):
    """Choose rows and a step; afterwards back to the step that they left."""
    page = get_object_or_404(StepPage, pk=page_id)
    if not may_move_rows(request.user, page):
        raise PermissionDenied
    form = MoveRowsForm(request.POST or None, page=page, user=request.user)
    if request.method == "POST" and form.is_valid() and form.move():
        _tell(request, page, form)
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {"form": form, "page": page, "has_rows": any(n in form.fields for n in MOVABLE)}
    return TemplateResponse(request, "pathways/admin/move_rows.html", context)


def _tell(request, page, form):
    to_step, count = form.cleaned_data["to_step"], len(form.chosen())
    message = ngettext(
        "%(count)s moved to “%(to)s”, as a draft. Now publish both “%(from)s” and “%(to)s”.",
        "%(count)s moved to “%(to)s”, as drafts. Now publish both “%(from)s” and “%(to)s”.",
        count,
    )
    address = reverse("wagtailadmin_pages:edit", args=[to_step.pk])
    messages.success(
        request,
        message % {"count": count, "from": page.title, "to": to_step.title},
        buttons=[messages.button(address, _("Edit “%(page)s”") % {"page": to_step.title})],
    )
