"""Each language's catalogue, `locale/<language>/LC_MESSAGES/django.po`, and its compiled twin."""

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE_LANGUAGE = "en"


def po_path(folder, language):
    return folder / language / "LC_MESSAGES" / "django.po"


def read(folder, language):
    """Return a language's catalogue, an empty one where there is no file yet."""
    path = po_path(folder, language)
    if not path.exists():
        header = f"# The texts of the screens: {language}."
        return Catalog(language, header_comment=header, project="Pathway Portal", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(folder, language, template):
    """Bring a language's file up to the texts in the code; translations of vanished texts go."""
    catalog = read(folder, language)
    # Dates that change with every run would make every run a change.
    template.creation_date = catalog.creation_date
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    if language == SOURCE_LANGUAGE:
        _say_as_the_code_does(catalog)
    path = po_path(folder, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalog, width=99, ignore_obsolete=True, include_lineno=False, sort_output=True
        )


def is_empty(message):
    """Whether a text, or one of its plural forms, has no translation."""
    return not (message.string and (isinstance(message.string, str) or all(message.string)))


def _say_as_the_code_does(catalog):
    for message in catalog:
        if message.id and is_empty(message):
            message.string = message.id


def compile(folder, language):
    """Write the form that Django reads while it runs."""
    path = po_path(folder, language)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, read(folder, language))
