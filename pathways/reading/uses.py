"""Which pages of pathways lead to a page, by checklist or in their text."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Q
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from accounts.visibility.files import STAFF_ONLY
from pathways.models import ChecklistItem, PathwayPage, PhasePage, StepPage

PATHWAY_DEPTH = 4  # root, front page, list of pathways, pathway


def uses_of(page, reader) -> dict[str, list[str]]:
    """Tree paths of live pages in any language, with the items that lead to the page.

    What stands in a block that the reader does not get leads nowhere.
    """
    rows = ChecklistItem.objects.filter(
        guidance__translation_key=page.translation_key, page__live=True
    )
    uses = {path: [] for path in _mentions(page, reader)}
    for path, key in rows.order_by("page__path", "sort_order").values_list("page__path", "key"):
        uses.setdefault(path, []).append(key)
    return uses


def _mentions(page, reader):
    """Paths of pages whose text links here, as Wagtail's reference index knows them."""
    versions = Page.objects.filter(translation_key=page.translation_key)
    kinds = ContentType.objects.get_for_models(StepPage, PhasePage, PathwayPage)
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Page),
        to_object_id__in=versions.values_list(Cast("pk", CharField())),
        content_type__in=kinds.values(),
    ).exclude(model_path="items.item.guidance")  # the checklists say that themselves
    if not reader.is_staff:
        references = references.exclude(model_path__endswith=f".{STAFF_ONLY}")
    linking = references.values(number=Cast("object_id", BigIntegerField()))
    return Page.objects.live().filter(pk__in=linking).values_list("path", flat=True)


def pages_around(paths, reader) -> tuple[list[PathwayPage], list[StepPage], list[PhasePage]]:
    """The pathways that hold these paths, all their steps, and the phases among the paths.

    What the reader may not see is left out.
    """
    roots = {path[: PATHWAY_DEPTH * Page.steplen] for path in paths}
    if not roots:
        return [], [], []

    def read(model, wanted):
        pages = model.objects.live().filter(wanted).select_related("locale").order_by("path")
        return list(reader.readable(pages).defer_streamfields())

    pathways = read(PathwayPage, Q(path__in=roots))
    below = Q()
    for root in roots:
        below |= Q(path__startswith=root)
    steps = read(StepPage, below)
    seen = {page.path for page in [*pathways, *steps]}
    others = [path for path in paths if path not in seen]
    return pathways, steps, read(PhasePage, Q(path__in=others)) if others else []
