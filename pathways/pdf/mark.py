"""What a PDF was made of, in one hash: if nothing of it changes, the stored file is still right."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from accounts.visibility import public_reader
from pathways.document.build import build_document
from pathways.document.data import language_hash, node_hash

from .chosen import choose

PACKAGE = Path(__file__).resolve().parent.parent
CODE = (PACKAGE / "pdf", PACKAGE / "reading")


def mark_of(pathway) -> str:
    """SHA-256 (64 hex digits) of the texts in the pathway's language and of how they are set.

    :param pathway: a live page.
    """
    language = pathway.locale.language_code
    package = pathway.package or pathway.key
    chosen = choose(pathway)
    document = build_document(package)
    parts = [language_hash(document, language), form_version(language), settings.BASE_URL]
    # A page that is closed takes the links to it with it.
    parts += sorted(public_reader().closed)
    if chosen.pathway.kept_in:
        parts.append(node_hash(chosen.pathway.kept_in.document))
    for page in chosen:
        # The document holds the pages of its own package, and the order of all.
        theirs = "" if page.package == pathway.package else str(page.last_published_at)
        parts.append(f"{page.path} {page.key} {theirs}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def form_version(language) -> str:
    """A hash of all that shapes a PDF besides its texts: code, templates, style, words."""
    digest = hashlib.sha256()
    for file in sorted(_shaping(language)):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _shaping(language):
    templates = Path(get_template("pathways/pdf/pathway.html").origin.name).parent.parent
    yield from templates.rglob("*.html")
    for folder in CODE:
        yield from folder.rglob("*.py")
    style = Path(finders.find("portal/css/pdf.css")).parent
    yield from style.rglob("*.css")
    for folder in settings.LOCALE_PATHS:
        yield from Path(folder).glob(f"{language}/LC_MESSAGES/*.mo")
