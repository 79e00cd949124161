"""From a folder to the document."""

from pathlib import Path

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator, FormatChecker

from pathways.document.nodes import PAGE_NODES, SCHEMA_VERSION, VOCABULARY, Document
from pathways.terms import completed

from . import layout
from .check import check_document
from .doubles import doubled_keys
from .faults import fault_words
from .files import Located, Refused, load_yaml, read_text
from .nodes import NodeReader
from .problems import Problems
from .schema import package_schema, structure_schema, vocabulary_schema
from .texts import parse_page_text


def read_folder(folder) -> Document:
    """The document that a folder holds.

    :raises FolderProblems: with every problem that was found, each with file and line.
    """
    return FolderReader(folder).read()


class FolderReader:
    """Reads one folder; collects all problems before it gives up."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.problems = Problems()

    def read(self):
        """The checked document.

        :raises FolderProblems: as :func:`read_folder`.
        """
        self.parse()
        return self.checked()

    def checked(self):
        """The parsed document, when everything that it refers to is there.

        :raises FolderProblems: otherwise.
        """
        check_document(self.document, self.problems)
        self.problems.raise_if_any()
        return self.document

    def parse(self):
        """The document as it is written; where its references lead is not looked at.

        :raises FolderProblems: when its form is wrong.
        """
        package = self._package()
        self.languages = package["languages"]
        self.source = package["source_language"]
        pathway = package.get("pathway")
        values = dict.fromkeys(VOCABULARY, ())
        values |= self._vocabulary()
        if pathway is not None:
            values["pathways"] = (self._pathway(package["key"], pathway),)
        for kind, name in (
            ("method", "methods"),
            ("template", "templates"),
            ("article", "articles"),
        ):
            values[name] = tuple(self._page(kind, key) for key in package.get(name, []))
        self.document = Document(
            key=package["key"],
            source_language=self.source,
            languages=tuple(self.languages),
            **values,
        )
        self.problems.raise_if_any()
        return self.document

    def _package(self):
        package = self._yaml(layout.PACKAGE)
        self.problems.raise_if_any()
        version = package.data.get("schema")
        if isinstance(version, int) and version > SCHEMA_VERSION:
            reason = _(
                "The folder has schema version %(theirs)s, newer than %(ours)s, "
                "which this portal knows."
            )
            self.problems.add(
                layout.PACKAGE,
                package.line(("schema",)),
                reason % {"theirs": version, "ours": SCHEMA_VERSION},
            )
        else:
            self._validate(layout.PACKAGE, package, package_schema())
        self.problems.raise_if_any()
        data = package.data
        listed = data.get("languages", [])
        others = [code for code in listed if code != data["source_language"]]
        data["languages"] = [data["source_language"], *sorted(others)]
        for path, key in doubled_keys(data):
            reason = _("The key “%s” stands twice.") % key
            self.problems.add(layout.PACKAGE, package.line(path), reason)
        self.problems.raise_if_any()
        return data

    def _vocabulary(self):
        structure = self._yaml(layout.VOCABULARY_FILE, missing_is_empty=True)
        if not self._validate(layout.VOCABULARY_FILE, structure, vocabulary_schema()):
            return {}
        texts = {
            language: self._yaml(layout.vocabulary_text_file(language), missing_is_empty=True)
            for language in self.languages
        }
        if None in texts.values():
            return {}
        reader = NodeReader(self.problems, self.source)
        found = {
            name: reader.vocabulary(name, node, structure, texts)
            for name, node in VOCABULARY.items()
        }
        found["terms"] = tuple(completed(term, self.languages) for term in found["terms"])
        return found

    def _pathway(self, key, listed):
        phases = tuple(
            self._page("phase", phase["key"], steps=self._steps(phase.get("steps", [])))
            for phase in listed.get("phases", [])
        )
        return self._page("pathway", key, phases=phases, steps=self._steps(listed.get("steps", [])))

    def _steps(self, keys):
        return tuple(self._page("step", key) for key in keys)

    def _page(self, kind, key, **subpages):
        node = PAGE_NODES[kind]
        file = layout.structure_file(kind, key)
        structure = self._yaml(file)
        usable = self._validate(file, structure, structure_schema(node))
        texts = {}
        for language in self.languages:
            text = self._page_text(
                layout.text_file(kind, key, language), needed=language == self.source
            )
            if text:
                texts[language] = text
        if not usable or self.source not in texts:
            return node(key=key, **subpages)  # told already; what follows from it is not
        reader = NodeReader(self.problems, self.source)
        return reader.page(node, key, structure, texts, subpages)

    def _page_text(self, file, needed):
        if not needed and not (self.folder / file).exists():
            return None
        return self._guarded(file, parse_page_text)

    def _yaml(self, file, missing_is_empty=False):
        """The values of a file, or None when it was refused."""
        if missing_is_empty and not (self.folder / file).exists():
            return Located({}, {})
        located = self._guarded(file, load_yaml)
        if located and not isinstance(located.data, dict):
            self.problems.add(file, 1, _("The file does not hold named values."))
            return None
        return located

    def _guarded(self, file, parse):
        try:
            return parse(read_text(self.folder, file))
        except Refused as refused:
            self.problems.add(file, refused.line, refused.reason)
        except FileNotFoundError:
            self.problems.add(file, 0, _("The file is missing."))
        except OSError as error:
            self.problems.add(file, 0, _("The file cannot be read: %s") % error.strerror)
        return None

    def _validate(self, file, located, schema):
        if located is None:
            return False
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        errors = list(validator.iter_errors(located.data))
        for error in errors:
            error = _innermost(error)
            path = tuple(error.absolute_path)
            where = ".".join(map(str, path))
            words = fault_words(error)
            reason = f"{where}: {words}" if where else words
            self.problems.add(file, located.line(path), reason)
        return not errors


def _innermost(error):
    """Of several possible forms, the one that was meant: that of the named type."""
    while error.context:
        meant = [e for e in error.context if "type" not in e.relative_schema_path]
        nearest = [e for e in error.context if e.validator != "const"]
        error = (nearest or meant or list(error.context))[0]
    return error
