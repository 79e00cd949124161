"""Editors keep synonyms and promoted results, and read what was searched for."""

from django.db import migrations

PERMISSIONS = [
    *(f"search.synonym.{verb}_synonym" for verb in ("add", "change", "delete", "view")),
    *(
        f"wagtailsearchpromotions.searchpromotion.{verb}_searchpromotion"
        for verb in ("add", "change", "delete", "view")
    ),
    "search.asked.view_asked",
]


def let_editors(apps, schema_editor):
    group = apps.get_model("auth", "Group").objects.get(name="Editors")
    group.permissions.add(*(_permission(apps, path) for path in PERMISSIONS))


def _permission(apps, path):
    """Django makes permissions after all migrations; a new database has none yet."""
    app_label, model, codename = path.split(".")
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind, _new = kinds.get_or_create(app_label=app_label, model=model)
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(
        content_type=kind, codename=codename, defaults={"name": codename.replace("_", " ")}
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_terms"),
        ("accounts", "0003_roles_as_groups"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailsearchpromotions", "0001_initial"),
    ]
    operations = [migrations.RunPython(let_editors, migrations.RunPython.noop)]
