"""The screen on which phases and steps are put in order, moved and taken out."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from pathways.editions.order import arrange, pages_in_order
from pathways.editions.trouble import EditionTrouble
from pathways.models import PhasePage
from pathways.permissions import may_release

from .overview import seen_pathway


class PlaceForm(forms.Form):
    """Where one page will stand."""

    place = forms.IntegerField(label=gettext_lazy("Place"), min_value=1, max_value=9999)
    phase = forms.ChoiceField(label=gettext_lazy("Phase"), required=False)
    out = forms.BooleanField(label=gettext_lazy("Take out"), required=False)

    def __init__(self, *args, page, phases, **kwargs):
        super().__init__(*args, prefix=f"page-{page.pk}", **kwargs)
        self.page = page
        self.is_phase = isinstance(page, PhasePage)
        if self.is_phase:
            del self.fields["phase"]
        else:
            none = ("", _("directly below the pathway"))
            self.fields["phase"].choices = [none, *((p.key, p.title) for p in phases)]
        for name, field in self.fields.items():
            described = _("%(what)s of “%(page)s”") % {"what": field.label, "page": page.title}
            field.widget.attrs["aria-label"] = described
            field.widget.attrs["class"] = f"editions__{name}"

    @property
    def key(self):
        return self.page.key


def order_view(request, pathway_id):
    """Numbers decide: who comes first, within its phase or directly below the pathway."""
    pathway = seen_pathway(request, pathway_id)
    if not may_release(request.user, pathway):
        raise PermissionDenied
    rows, out = pages_in_order(pathway)
    phases = [page for page, _phase in [*rows, *((p, "") for p in out)] if _is_phase(page)]
    initial = [(page, {"place": n, "phase": key}) for n, (page, key) in enumerate(rows, 1)]
    initial += [(page, {"place": len(rows) + n, "out": True}) for n, page in enumerate(out, 1)]
    forms_ = [
        PlaceForm(request.POST or None, page=page, phases=phases, initial=values)
        for page, values in initial
    ]
    valid = [form.is_valid() for form in forms_]  # all of them, so that each says what is wrong
    if request.method == "POST" and all(valid):
        try:
            arrange(pathway=pathway, user=request.user, shape=_shape(forms_))
        except EditionTrouble as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The next edition will have this order."))
        return redirect("pathways_editions:one", pathway.pk)
    context = {"pathway": pathway, "forms": forms_}
    return TemplateResponse(request, "pathways/admin/editions/order.html", context)


def _is_phase(page):
    return isinstance(page, PhasePage)


def _shape(places):
    kept = sorted(
        (form for form in places if not form.cleaned_data["out"]),
        key=lambda form: form.cleaned_data["place"],
    )
    phases = [form.key for form in kept if form.is_phase]
    steps = {
        key: [f.key for f in kept if not f.is_phase and f.cleaned_data["phase"] == key]
        for key in ["", *phases]
    }
    return {
        "steps": steps[""],
        "phases": [{"key": key, "steps": steps[key]} for key in phases],
    }
