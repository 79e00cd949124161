"""The roles. Wagtail's own Editors stay as they are; its Moderators become Reviewers, who look
at pages and keep them still while they do, but neither change nor publish them."""

from django.db import migrations

ACCESS = ["wagtailadmin.admin.access_admin"]
ALL = ("add", "change", "delete", "view")

# Beside what Wagtail's migrations give to Editors.
PERMISSIONS = {
    "Readers": [],
    "New hires": [],
    "Editors": [],
    "Reviewers": ACCESS,
    "Partners": [],
    "Case workers": [],
    "Team leads": [
        *ACCESS,
        *(f"accounts.membership.{verb}_membership" for verb in ALL),
    ],
    "Privacy officers": ACCESS,
    "Administrators": [
        *ACCESS,
        *(f"accounts.user.{verb}_user" for verb in ("add", "change", "view")),
        *(
            f"accounts.{model}.{verb}_{model}"
            for model in ("organisation", "team", "membership", "closure")
            for verb in ALL
        ),
        "home.portalsettings.change_portalsettings",
        *(f"wagtailredirects.redirect.{verb}_redirect" for verb in ALL),
    ],
}


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    if not Group.objects.filter(name="Reviewers").exists():
        Group.objects.filter(name="Moderators").update(name="Reviewers")
    for name, permissions in PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=name)
        if name == "Reviewers":
            _let_reviewers_only_look(apps, group)
        group.permissions.add(*(_permission(apps, path) for path in permissions))


def _let_reviewers_only_look(apps, group):
    group.permissions.clear()
    apps.get_model("wagtailcore", "GroupCollectionPermission").objects.filter(group=group).delete()
    rights = apps.get_model("wagtailcore", "GroupPagePermission").objects
    rights.filter(group=group).delete()
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    for verb in ("lock", "unlock"):
        permission = _permission(apps, f"wagtailcore.page.{verb}_page")
        rights.create(group=group, page=root, permission=permission)


def _permission(apps, path):
    """Django makes permissions after all migrations; a new database has none yet."""
    app_label, model, codename = path.split(".")
    kind, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    permission, _created = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind,
        codename=codename,
        defaults={"name": f"Can {codename.replace('_', ' ')}"},
    )
    return permission


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_organisations_teams_and_log"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0090_remove_grouppagepermission_permission_type"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
