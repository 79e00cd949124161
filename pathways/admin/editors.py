"""What the group Editors may do, beyond what Wagtail's own migrations give it."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import GroupPagePermission

from .vocabulary import VocabularyGroup


@transaction.atomic
def let_editors_work(pages):
    """Editors publish what is below these pages, have it translated, and add and change words.

    They delete no vocabulary: rows of pages would go with it.

    :param pages: the front page in each language.
    """
    group = Group.objects.get(name="Editors")
    models = [viewset.model for viewset in VocabularyGroup.items]
    kinds = ContentType.objects.get_for_models(*models)
    names = [f"{verb}_{m._meta.model_name}" for m in models for verb in ("add", "change")]
    group.permissions.add(
        *Permission.objects.filter(content_type__in=kinds.values(), codename__in=names),
        Permission.objects.get(codename="submit_translation"),
    )
    publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    for page in pages:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=publish)
