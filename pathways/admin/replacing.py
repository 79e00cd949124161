"""The editor's page for replacing a term: a preview first, then drafts."""

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy

from accounts.personal_numbers.forms import GuardedFormMixin
from pathways.replacing import Replacement, TooLong, pages_with, replace_in_drafts


class ReplaceForm(GuardedFormMixin, forms.Form):
    """What is replaced, by what, and where."""

    term = forms.CharField(label=gettext_lazy("Replace"), max_length=100, min_length=2)
    by = forms.CharField(label=gettext_lazy("With"), max_length=100)
    language = forms.ChoiceField(label=gettext_lazy("In texts written in"))
    whole_words = forms.BooleanField(
        label=gettext_lazy("Whole words only"), required=False, initial=True
    )
    match_case = forms.BooleanField(
        label=gettext_lazy("Capital and small letters as written"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        languages = Locale.objects.filter(~Q(language_code=""))
        self.fields["language"].choices = [
            (locale.language_code, locale.get_display_name()) for locale in languages
        ]

    def clean(self):
        data = super().clean()
        if data.get("term") and data.get("term") == data.get("by"):
            self.add_error("by", _("That is the same."))
        return data

    def replacement(self):
        data = self.cleaned_data
        return Replacement(
            data["term"],
            data["by"],
            whole_words=data["whole_words"],
            match_case=data["match_case"],
        )


def replace_view(request):
    """By GET a preview; by POST the chosen pages get drafts."""
    if not page_permission_policy.user_has_any_permission(request.user, {"change"}):
        raise PermissionDenied
    data = request.POST if request.method == "POST" else request.GET
    form = ReplaceForm(
        data if "term" in data else None, initial={"language": settings.LANGUAGE_CODE}
    )
    found = None
    if form.is_bound and form.is_valid():
        language, replacement = form.cleaned_data["language"], form.replacement()
        if request.method == "POST":
            chosen = {int(pk) for pk in data.getlist("page") if pk.isdecimal()}
            if _replace(request, form, replacement, chosen, language):
                return redirect("pathways_replace")
        found = pages_with(replacement, request.user, language)
    context = {
        "form": form,
        "found": found,
        "by": form.data.get("by", ""),
        "asked": ReplaceForm(form.data, auto_id=False) if found else None,
        "count": sum(len(one.places) for one in found or ()),
        "page_title": _("Replace a term"),
        "header_icon": "edit",
    }
    return TemplateResponse(request, "pathways/admin/replace.html", context)


def _replace(request, form, replacement, chosen, language):
    """Whether the drafts are made; otherwise the form says why not."""
    try:
        pages = replace_in_drafts(
            replacement=replacement, page_ids=chosen, user=request.user, language=language
        )
    except TooLong as error:
        words = {"page": error.page.title, "text": error.text}
        form.add_error("by", _("In “%(page)s” this would be too long: %(text)s") % words)
        return False
    if pages:
        message = ngettext(
            "Replaced in the draft of %(count)s page. Readers see it when it is published.",
            "Replaced in the drafts of %(count)s pages. Readers see it when they are published.",
            len(pages),
        )
        button = messages.button(f"{reverse('pathways_work')}#drafts", _("See the drafts"))
        messages.success(request, message % {"count": len(pages)}, buttons=[button])
    else:
        messages.warning(request, _("Nothing was replaced: choose at least one page."))
    return True
