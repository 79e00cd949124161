"""The pages for readers that a new portal begins with: a Markdown file for each language."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from wagtail.models import Page

from home.blocks import InformationBlocks
from home.models import InformationPage
from pathways.document.fields import Text, blocks, plain
from pathways.document.folder.blocks import BlockReader
from pathways.document.folder.files import read_text
from pathways.document.folder.problems import Problems
from pathways.document.folder.texts import parse_page_text
from pathways.document.importing.translation import translate
from pathways.document.nodes import Block
from pathways.document.streams import write_stream

FOLDER = Path(__file__).parent / "pages"
SOURCE = "en"
FRONT_MATTER = ("title", "slug", "summary")


@dataclass(frozen=True, kw_only=True)
class Information:
    """One page in all its languages; ``page:methods`` in a text leads to a page of the tree."""

    title: Text = plain()
    slug: Text = plain()
    summary: Text = plain()
    body: tuple[Block, ...] = blocks(InformationBlocks())


def read_information(purpose) -> Information:
    """The files of a page.

    :raises FolderProblems: with file and line, when one is not of the form of docs/document.md.
    """
    texts = {
        code: parse_page_text(read_text(FOLDER, f"{purpose}.{code}.md"))
        for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES
    }
    problems = Problems()
    body = BlockReader(problems, SOURCE, (purpose,), "pages", purpose).fenced(
        InformationBlocks(), texts
    )
    problems.raise_if_any()
    front = {
        name: {code: text.front.data[name] for code, text in texts.items()} for name in FRONT_MATTER
    }
    return Information(**front, body=body)


def make_information(home, locales, names):
    """Make what is missing below the front page, in every language.

    :param names: primary keys in the source language by what texts call them.
    """
    known = _Known(names)
    for purpose in (*InformationPage.ABOUT, *InformationPage.READERS):
        page = InformationPage.objects.filter(locale=locales[SOURCE], purpose=purpose).first()
        described = read_information(purpose)
        if page is None:
            page = _create(home, described, purpose, known)
        known.add(purpose, page)
        for code, locale in locales.items():
            if code != SOURCE and not page.has_translation(locale):
                translate(page, described, locale, known)


def _create(home, described, purpose, known):
    body = write_stream(
        InformationBlocks(), described.body, SOURCE, lambda name: known.page_id(name, home.locale)
    )
    page = InformationPage(
        **{name: getattr(described, name)[SOURCE] for name in FRONT_MATTER},
        purpose=purpose,
        body=body,
        locale=home.locale,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    return Page.objects.get(pk=page.pk).specific


class _Known:
    """Pages that texts may lead to, as a document's references are asked."""

    def __init__(self, names):
        self._ids = dict(names)

    def add(self, purpose, page):
        self._ids[str(purpose)] = page.pk

    def page_id(self, name, locale):
        """:raises KeyError: for a page that is not there (yet)."""
        return self._ids[name.removeprefix("page:")]
