"""A calendar for each country, with its usual days off; who may change them, and who reads answers."""

from django.db import migrations

USUALLY_OFF = {
    "NO": [],
    "DK": ["constitution_day", "christmas_eve", "new_years_eve"],
    "FI": [],
    "SE": ["midsummer_eve", "christmas_eve", "new_years_eve"],
}
PERMISSIONS = {
    "Administrators": {"calendarsetting": ["change"]},
    "Editors": {"stepfeedback": ["change", "delete", "view"]},
}


def make_calendars(apps, schema_editor):
    CalendarSetting = apps.get_model("pathways", "CalendarSetting")
    for country, days in USUALLY_OFF.items():
        off = {f"{day}_off": True for day in days}
        CalendarSetting.objects.get_or_create(country=country, defaults=off)


def give_permissions(apps, schema_editor):
    for name, models in PERMISSIONS.items():
        group = apps.get_model("auth", "Group").objects.get(name=name)
        for model, verbs in models.items():
            group.permissions.add(*(_permission(apps, model, verb) for verb in verbs))


def _permission(apps, model, verb):
    """Django makes permissions after all migrations; a new database has none yet."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind, _new = kinds.get_or_create(app_label="pathways", model=model)
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(
        content_type=kind, codename=f"{verb}_{model}", defaults={"name": f"Can {verb} {model}"}
    )[0]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_roles_as_groups"),
        ("pathways", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(make_calendars, migrations.RunPython.noop),
        migrations.RunPython(give_permissions, migrations.RunPython.noop),
    ]
