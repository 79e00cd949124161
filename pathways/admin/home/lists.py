"""Lists of work for editors. Each has a limited number of queries, however many pages there are."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation

from pathways.admin.checks.rows import finding_rows
from pathways.due.dates import day_words
from pathways.models import PathwayPage, StepFeedback
from pathways.models.base import GuidancePage

SOON = timedelta(days=30)
NAMED = 3  # texts of a translation that are behind


@dataclass(frozen=True)
class Row:
    """One thing to do: what it is about, what is the matter, and where it is done."""

    title: str
    detail: str
    url: str
    urgent: bool = False


def guidance_models():
    """The kinds of pages that are guidance."""
    return GuidancePage.__subclasses__()


def is_translation():
    """Whether a page's texts are kept in the translation editor."""
    return Exists(
        Translation.objects.filter(
            source__object_id=OuterRef("translation_key"),
            target_locale=OuterRef("locale"),
            enabled=True,
        ).exclude(source__locale=OuterRef("locale"))
    )


def editable_by(user, pages):
    """Those of the pages that stand where the user may edit."""
    from wagtail.permissions import page_permission_policy

    allowed = page_permission_policy.instances_user_has_any_permission_for(
        user, {"add", "change", "publish", "lock"}
    )
    return pages.filter(pk__in=allowed.values("pk"))


def drafts(user):
    """Pages with changes that readers do not see yet, the newest first."""
    pages = editable_by(user, Page.objects.filter(has_unpublished_changes=True))
    pages = pages.filter(~is_translation()).select_related("locale")
    return [
        Row(
            page.draft_title,
            _("changed %(day)s") % {"day": day_words(page.latest_revision_created_at.date())}
            if page.latest_revision_created_at
            else _("not published yet"),
            _edit(page.pk),
        )
        for page in pages.order_by("-latest_revision_created_at")
    ]


def due_for_review(user, today=None):
    """Pages that are to be checked again within a month, the latest first."""
    today = today or localdate()
    found = []
    for model in guidance_models():
        pages = model.objects.live().filter(~is_translation(), review_by__lte=today + SOON)
        found += editable_by(user, pages).values_list("review_by", "title", "pk")
    return [
        Row(
            title,
            (_("since %(day)s") if day < today else _("by %(day)s")) % {"day": day_words(day)},
            _edit(pk),
            urgent=day < today,
        )
        for day, title, pk in sorted(found)
    ]


def failing_checks(user):
    """Pathways whose checks find something, those with errors first."""
    pathways = editable_by(user, PathwayPage.objects.filter(~is_translation()))
    found = []
    for pathway in pathways.select_related("locale").order_by("path"):
        rows = finding_rows(pathway)
        errors = sum(row.finding.blocks for row in rows)
        if rows:
            found.append((errors, len(rows) - errors, pathway))
    return [
        Row(
            pathway.title,
            _counted(errors, warnings),
            reverse("pathways_checks", args=[pathway.pk]),
            urgent=bool(errors),
        )
        for errors, warnings, pathway in sorted(found, key=lambda one: -one[0])
    ]


def _counted(errors, warnings):
    words = []
    if errors:
        message = ngettext("%(count)s must be put right", "%(count)s must be put right", errors)
        words.append(message % {"count": errors})
    if warnings:
        message = ngettext("%(count)s to look at", "%(count)s to look at", warnings)
        words.append(message % {"count": warnings})
    return ", ".join(words)


def answers(user):
    """What readers said about steps and nobody has looked at; first what was not clear."""
    found = StepFeedback.objects.filter(seen=False)
    found = found.filter(step__in=editable_by(user, Page.objects.all()).values("pk"))
    return [
        Row(
            answer.title,
            answer.text or (_("was clear") if answer.clear else _("was not clear")),
            reverse("feedback:edit", args=[answer.pk]),
            urgent=not answer.clear,
        )
        for answer in found.order_by("clear", "-day", "-pk")
    ]


def behind_their_source(user):
    """Translations that lack texts of their source, with the first of those that are new."""
    editable = set(editable_by(user, Page.objects.all()).values_list("translation_key", flat=True))
    found = []
    for locale in Locale.objects.all():
        texts = _missing(locale, editable)
        if texts:
            found += _behind(locale, texts)
    return found


def _missing(locale, editable):
    """Texts that a language lacks, by the key of their page."""
    wanted = Translation.objects.filter(target_locale=locale, enabled=True)
    segments = (
        StringSegment.objects.filter(
            source__in=wanted.values("source"), source__object_id__in=editable
        )
        .annotate_translation(locale)
        .filter(translation__isnull=True)
        .order_by("source_id", "order")
    )
    texts = defaultdict(list)
    for key, data in segments.values_list("source__object_id", "string__data"):
        texts[key].append(strip_tags(data))
    return texts


def _behind(locale, texts):
    pages = Page.objects.filter(translation_key__in=texts).select_related("locale")
    own, others = {}, {}
    for page in pages:
        (own if page.locale_id == locale.pk else others)[page.translation_key] = page
    for key, missing in texts.items():
        page = own.get(key) or others.get(key)
        if page is None:  # a word of the vocabulary
            continue
        words = {"count": len(missing), "texts": ", ".join(f"“{t}”" for t in missing[:NAMED])}
        message = ngettext(
            "%(count)s text is missing: %(texts)s",
            "%(count)s texts are missing: %(texts)s",
            len(missing),
        )
        yield Row(f"{page.title} ({locale.get_display_name()})", message % words, _edit(page.pk))


def _edit(page_id):
    return reverse("wagtailadmin_pages:edit", args=[page_id])
