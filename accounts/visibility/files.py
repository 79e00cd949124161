"""Documents and images are as open as their collection and the pages that show them."""

from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy
from wagtail.models import Page, ReferenceIndex

from .reader import reader_of

# Marks references that stand in a block which only staff see.
STAFF_ONLY = "staff-only"
ALONE = "default-src 'none'; sandbox"
KINDS = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


def may_open(file, reader, *, unused):
    """Whether a reader may have a document or an image.

    :param unused: what holds for a file of an open collection that nothing refers to.
    """
    if not reader.may_open_collection(file.collection):
        return False
    references = ReferenceIndex.get_references_to(file)
    if not references.exists():
        return unused or reader.is_staff
    if not reader.is_staff:
        references = references.exclude(model_path__endswith=f".{STAFF_ONLY}")
    pages = ContentType.objects.get_for_model(Page).pk
    if references.exclude(base_content_type=pages).exists():
        return True  # a setting or a word, which have no readers of their own
    numbers = references.values(number=Cast("object_id", BigIntegerField()))
    shown_on = Page.objects.filter(pk__in=numbers)
    shown_on = shown_on if reader.is_staff else shown_on.live()
    return reader.readable(shown_on).exists()


def only_for_its_readers(document, request):
    """A ``before_serve_document`` hook.

    :raises Http404: for a document of which the reader may not know.
    """
    if not may_open(document, reader_of(request), unused=True):
        raise Http404


@require_safe
def serve_document(request, document_id, document_filename):
    """Wagtail's view, whose answers run nothing and are asked for anew each time."""
    response = serve(request, document_id, document_filename)
    if "attachment" in response.headers.get("Content-Disposition", ""):
        response.headers["Content-Security-Policy"] = ALONE
    response.headers.setdefault("Cache-Control", "no-cache")
    return response


@require_safe
def serve_image(request, name):
    """An image as pages show it. Nothing else that was uploaded has an address of its own."""
    file = _image_file(request, name)
    kind = KINDS.get(Path(name).suffix.lower())
    if file is None or kind is None or not file.storage.exists(file.name):
        raise Http404
    return FileResponse(
        file.open("rb"),
        content_type=kind,
        headers={"Content-Security-Policy": ALONE, "Cache-Control": "no-cache"},
    )


def _image_file(request, name):
    """The file of a rendition; the original, with all that a camera wrote into it, for editors."""
    Image = get_image_model()
    original = Image.objects.filter(file=name).select_related("collection").first()
    if original:
        return original.file if _may_choose(request.user, original) else None
    renditions = Image.get_rendition_model().objects.select_related("image__collection")
    rendition = get_object_or_404(renditions, file=name)
    image = rendition.image
    if _may_choose(request.user, image) or may_open(image, reader_of(request), unused=False):
        return rendition.file
    return None


def _may_choose(user, image):
    actions = ["choose", "change"]
    return permission_policy.user_has_any_permission_for_instance(user, actions, image)
