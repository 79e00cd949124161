"""From parsed files to nodes of the document."""

from django.utils.translation import gettext as _

from pathways.document.fields import Kind, declared
from pathways.document.markdown import canonical
from pathways.document.nodes import SUBPAGES

from . import layout
from .blocks import BlockReader


class NodeReader:
    """Joins the structure of a node with its texts in each language.

    ``problems`` learns on which line each value stands, and of every name that the
    document does not know.
    """

    def __init__(self, problems, source):
        self.problems = problems
        self.source = source

    def vocabulary(self, name, node, structure, texts):
        """All entries of one kind."""
        entries = []
        own = {language: located.data.get(name) or {} for language, located in texts.items()}
        for number, listed in enumerate(structure.data.get(name, [])):
            slug = listed.get("slug", "")
            place = ("vocabulary", name, slug)
            self.problems.remember(place, layout.VOCABULARY_FILE, structure.line((name, number)))
            for language, located in texts.items():
                self.problems.remember(
                    place,
                    layout.vocabulary_text_file(language),
                    located.line((name, slug)),
                    language,
                )
            words = {language: words.get(slug) or {} for language, words in own.items()}
            entries.append(self._node(node, {"slug": slug} | listed, words, place))
        known = {entry.slug for entry in entries}
        self._refuse_doubles([entry.slug for entry in entries], ("vocabulary", name))
        for language, words in own.items():
            for slug in words.keys() - known:
                self.problems.add(
                    layout.vocabulary_text_file(language),
                    texts[language].line((name, slug)),
                    _("“%s” is not in the structure.") % slug,
                )
        return tuple(entries)

    def page(self, node, key, structure, texts, subpages):
        """A page with its blocks and rich fields."""
        place = (f"{node.KIND}:{key}",)
        self._remember(place, layout.structure_file(node.KIND, key), structure)
        for language, text in texts.items():
            file = layout.text_file(node.KIND, key, language)
            self._remember(place, file, text.front, language)
            for name, line in text.field_lines.items():
                self.problems.remember((*place, name), file, line, language)
        fronts = {language: text.front.data for language, text in texts.items()}
        values = self._values(node, {"key": key} | structure.data, fronts, place)
        blocks = BlockReader(self.problems, self.source, place, node.KIND, key)
        used = set()
        for field, meta in declared(node):
            if meta.kind is Kind.RICH:
                used.add(field.name)
                written = {lang: t.fields.get(field.name, "") for lang, t in texts.items()}
                values[field.name] = _present({lang: canonical(w) for lang, w in written.items()})
            elif meta.kind is Kind.BLOCKS and field.name == "body":
                used.add("body")
                values["body"] = blocks.fenced(meta.of, texts)
        self._refuse_unknown_fields(node, key, texts, used)
        for name in SUBPAGES:
            if name in subpages:
                values[name] = subpages[name]
        return node(**values)

    def _refuse_unknown_fields(self, node, key, texts, used):
        for language, text in texts.items():
            file = layout.text_file(node.KIND, key, language)
            stray = [n for n in text.fields if n not in used or n == "body"]
            stray += [n for n in text.blocks if n != "body"]
            for name in stray:
                reason = (
                    _("There is text outside any block.")
                    if name == "body"
                    else _("The page has no field “%s”.") % name
                )
                self.problems.add(file, text.field_lines.get(name, 1), reason)

    def _remember(self, place, file, located, language=None):
        """Places of rows go by their key, lines by their position."""
        self.problems.remember(place, file, located.line(()), language)
        for path, line in located.lines.items():
            named, data = [], located.data
            for step in path:
                data = data[step]
                named.append(_name_of(data) if isinstance(step, int) else step)
            self.problems.remember((*place, *named), file, line, language)

    def _node(self, node, structure, texts, place):
        return node(**self._values(node, structure, texts, place))

    def _values(self, node, structure, texts, place):
        """Keyword arguments for a node, apart from rich text and fenced blocks."""
        values, known = {}, set()
        shorthand = _first_text(node)
        texts = {
            language: words if isinstance(words, dict) else {shorthand: words}
            for language, words in texts.items()
        }
        for field, meta in declared(node):
            name, kind = field.name, meta.kind
            if kind is Kind.TEXT:
                known.add(name)
                values[name] = self._text(texts, name, place)
            elif kind is Kind.ROWS and name not in SUBPAGES:
                known.add(name)
                values[name] = self._rows(meta.of, structure.get(name, []), texts, (*place, name))
            elif kind is Kind.PART:
                known.add(name)
                values[name] = self._part(meta, name, structure.get(name), texts, place)
            elif kind is Kind.BLOCKS and name != "body":
                known.add(name)
                reader = BlockReader(self.problems, self.source, place)
                words = {language: w.get(name) or {} for language, w in texts.items()}
                values[name] = reader.listed(
                    meta.of, structure.get(name, []), words, (*place, name)
                )
            elif name in structure:
                values[name] = structure[name]
        for language, words in texts.items():
            for name in words.keys() - known:
                self.problems.at((*place, name), _("There is no text “%s” here.") % name, language)
        return values

    def _text(self, texts, name, place):
        found = {}
        for language, words in texts.items():
            value = words.get(name)
            if value is None or isinstance(value, dict | list):
                if value is not None:
                    self.problems.at((*place, name), _("A text is expected here."), language)
                continue
            found[language] = str(value).strip()
        return _present(found)

    def _rows(self, node, listed, texts, place):
        rows = []
        own = {language: _mapping(words.get(place[-1])) for language, words in texts.items()}
        for structure in listed:
            key = structure.get("key") or _referred(node, structure)
            words = {language: w.get(key) or {} for language, w in own.items()}
            rows.append(self._node(node, structure | {"key": key}, words, (*place, key)))
        known = {row.key for row in rows}
        self._refuse_doubles([row.key for row in rows], place)
        for language, words in own.items():
            for key in words.keys() - known:
                self.problems.at((*place, key), _("“%s” is not in the structure.") % key, language)
        return tuple(rows)

    def _refuse_doubles(self, keys, place):
        for doubled in {key for key in keys if keys.count(key) > 1}:
            self.problems.at((*place, doubled), _("The key “%s” stands twice.") % doubled)

    def _part(self, meta, name, structure, texts, place):
        nested = {language: _mapping(words.get(name)) for language, words in texts.items()}
        part = self._node(meta.of, structure or {}, nested, (*place, name))
        return None if part == meta.of() else part


def _mapping(value):
    return value if isinstance(value, dict) else {}


def _present(texts):
    return {language: text for language, text in texts.items() if text}


def _name_of(data):
    if not isinstance(data, dict):
        return str(data)
    for name in ("key", "slug", "id", "role", "term", "milestone", "consent", "outcome"):
        if name in data:
            return str(data[name])
    return "?"


def _first_text(node):
    return next((f.name for f, meta in declared(node) if meta.kind is Kind.TEXT), "text")


def _referred(node, structure):
    """The key of a row that is named after the word it refers to."""
    for field, meta in declared(node):
        if meta.kind is Kind.WORD and meta.required:
            return structure.get(field.name, "")
    return ""
