"""Where the databases' own engines keep terms; no model, since the two differ."""

from django.db import migrations


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        from search.backends.postgresql import CREATE as statements
    else:
        from search.backends.sqlite import CREATE

        statements = [CREATE]
    for statement in statements:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_terms")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
