"""The editors' ways of publishing translations: they wait until every text is there."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.update_translations import (
    UpdateTranslationsForm,
    UpdateTranslationsView,
)

from pathways.models.base import GuidancePage

from .guard import incomplete_message, texts_missing_in
from .texts import missing_texts, publish


def answer_early_publish(request, instance):
    """What localize's Publish button gets while texts are missing; otherwise None."""
    if request.method == "POST" and request.POST.get("action") == "publish":
        missing = texts_missing_in(instance)
        if missing:
            messages.error(request, incomplete_message(instance, missing))
            return redirect(request.path)


class UpdateForm(UpdateTranslationsForm):
    """Says what “publish immediately” does here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].help_text = gettext_lazy(
            "Languages in which a text is still missing keep what readers see now."
        )


class UpdateTranslations(UpdateTranslationsView):
    """“Sync translated pages”: complete languages go live, the others wait."""

    def get_form(self):
        return UpdateForm(self.request.POST if self.request.method == "POST" else None)

    @transaction.atomic
    def form_valid(self, form):
        wanted = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False
        response = super().form_valid(form)
        translations = self.object.translations.filter(enabled=True)
        for translation in translations.select_related("target_locale"):
            missing = missing_texts(self.object, translation.target_locale)
            if missing:
                instance = translation.get_target_instance()
                messages.warning(self.request, incomplete_message(instance, missing))
            elif wanted:
                publish(translation, self.request.user)
        return response


def keep_own_texts(request, page_id):
    """Instead of turning a translation into a copy of its source, which would show its text."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, GuidancePage):
        return convert_to_alias(request, page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    reason = _("“%(page)s” keeps its own texts. Unpublish it to offer readers another language.")
    messages.error(request, reason % {"page": page})
    return redirect("wagtailadmin_pages:edit", page.pk)
