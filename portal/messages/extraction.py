"""Finds every text that the code marks for translation."""

import io

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file, extract_python
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extract_template(file, keywords, comment_tags, options):
    """Read a template as Babel reads Python: Django itself turns the one into the other."""
    source = templatize(file.read().decode("utf-8"))
    # What is left of the markup is indented as it pleases; Python would not accept that.
    flat = "\n".join(line.lstrip() for line in source.splitlines())
    return extract_python(io.BytesIO(flat.encode("utf-8")), keywords, comment_tags, options)


def extract(root):
    """Return a catalogue of all texts in the apps and templates below `root`."""
    catalog = Catalog(project="Pathway Portal", fuzzy=False)
    for path in _sources(root):
        method = "python" if path.suffix == ".py" else extract_template
        found = extract_from_file(method, path, keywords=KEYWORDS, comment_tags=("Translators:",))
        place = path.relative_to(root).as_posix()
        for _line, message, comments, context in found:
            catalog.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def _sources(root):
    apps = sorted(path.parent for path in root.glob("*/apps.py"))
    for app in apps:
        yield from (path for path in sorted(app.rglob("*.py")) if "migrations" not in path.parts)
    for folder in [root / "templates", *(app / "templates" for app in apps)]:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in {".html", ".txt"})
