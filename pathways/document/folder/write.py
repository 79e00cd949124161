"""From the document to a folder."""

import io
import json
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

from pathways.document.data import to_data
from pathways.document.fields import Kind, declared
from pathways.document.nodes import SUBPAGES, VOCABULARY
from pathways.document.streams import main_field, value_kinds

from . import layout
from .texts import escape_line


class NotEmpty(FileExistsError):
    """The folder holds files already."""


def write_folder(document, folder):
    """Write a document's files.

    :raises NotEmpty: rather than mix with what is there.
    """
    folder = Path(folder)
    if folder.exists() and any(folder.iterdir()):
        raise NotEmpty(str(folder))
    for name, text in folder_files(document):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def folder_files(document):
    """Names and texts of all files, in the order of reading."""
    yield layout.PACKAGE, _yaml(_package(document))
    words = {name: getattr(document, name) for name in VOCABULARY}
    if any(words.values()):
        structure = {
            name: [_structure(entry) for entry in entries]
            for name, entries in words.items()
            if entries
        }
        yield layout.VOCABULARY_FILE, _yaml(structure)
        for language in document.languages:
            yield (
                layout.vocabulary_text_file(language),
                _yaml(
                    {
                        name: {e.slug: _texts(e, language) for e in entries}
                        for name, entries in words.items()
                        if entries
                    }
                ),
            )
    for page in document.pages():
        yield layout.structure_file(page.KIND, page.key), _yaml(_structure(page))
        for language in document.languages:
            if language in page.title:
                text = _page_text(page, language, document.source_language)
                yield layout.text_file(page.KIND, page.key, language), text


def _package(document):
    package = {
        "schema": document.schema,
        "key": document.key,
        "source_language": document.source_language,
        "languages": list(document.languages),
    }
    if document.pathway:
        package["pathway"] = {
            "phases": [
                {"key": phase.key, "steps": [step.key for step in phase.steps]}
                for phase in document.pathway.phases
            ],
            "steps": [step.key for step in document.pathway.steps],
        }
    for name in ("methods", "templates", "articles"):
        package[name] = [page.key for page in getattr(document, name)]
    return package


def _structure(node):
    """Codes, references and rows of a node, without defaults, texts and subpages."""
    data = to_data(node)
    structure = {}
    for field, meta in declared(node):
        name = field.name
        if name not in data or name in SUBPAGES or meta.kind in (Kind.TEXT, Kind.RICH):
            continue
        if meta.kind is Kind.IDENTITY and hasattr(node, "KIND"):
            continue
        value = getattr(node, name)
        if meta.kind is Kind.BLOCKS:
            if name != "body":
                structure[name] = [_block_structure(meta.of, block) for block in value]
        elif meta.kind is Kind.ROWS:
            structure[name] = [_structure(row) for row in value]
        elif meta.kind is Kind.PART:
            structure[name] = _structure(value)
        else:
            structure[name] = data[name]
    return structure


def _block_structure(stream, block):
    struct = stream.child_blocks[block.type]
    structure = {"id": block.id}
    if len(stream.child_blocks) > 1:
        structure["type"] = block.type
    structure |= block.codes
    for name, children in block.children.items():
        inner = struct.child_blocks[name]
        structure[name] = [_block_structure(inner, child) for child in children]
    return structure


def _texts(node, language):
    """Plain texts of a node in one language, nested as its rows are."""
    texts = {}
    for field, meta in declared(node):
        value = getattr(node, field.name)
        if meta.kind is Kind.TEXT:
            if language in value:
                texts[field.name] = value[language]
        elif meta.kind is Kind.ROWS and field.name not in SUBPAGES:
            rows = {row.key: _texts(row, language) for row in value}
            rows = {key: row for key, row in rows.items() if row}
            if rows:
                texts[field.name] = rows
        elif meta.kind is Kind.PART and value is not None:
            inner = _texts(value, language)
            if inner:
                texts[field.name] = inner
        elif meta.kind is Kind.BLOCKS and field.name != "body":
            inner = _block_texts(meta.of, value, language)
            if inner:
                texts[field.name] = inner
    return texts


def _block_texts(stream, blocks, language):
    texts = {}
    for block in blocks:
        own = {n: text[language] for n, text in block.texts.items() if language in text}
        for name, children in block.children.items():
            inner_stream = stream.child_blocks[block.type].child_blocks[name]
            inner = _block_texts(inner_stream, children, language)
            if inner:
                own[name] = inner
        if own:
            texts[block.id] = own
    return texts


def _page_text(page, language, source):
    parts = [f"---\n{_yaml(_texts(page, language))}---\n"]
    for field, meta in declared(page):
        if meta.kind is Kind.BLOCKS and field.name == "body":
            for block in page.body:
                fence = _fence(meta.of, block, language, with_codes=language == source)
                if fence:
                    parts.append(fence)
    for field, meta in declared(page):
        if meta.kind is Kind.RICH and language in getattr(page, field.name):
            parts.append(f"# {field.name}\n{_escaped(getattr(page, field.name)[language])}\n")
    return "\n".join(parts)


def _fence(stream, block, language, *, with_codes):
    struct = stream.child_blocks[block.type]
    texts = {n: text[language] for n, text in block.texts.items() if language in text}
    if not texts and not with_codes:
        return ""
    opening = f"::: {block.type} #{block.id}"
    if with_codes:
        for name, value in block.codes.items():
            plain = value if isinstance(value, str) else json.dumps(value)
            opening += f" {name}={json.dumps(plain, ensure_ascii=False)}"
    lines, main = [opening], main_field(struct)
    if main in texts:
        lines.append(_escaped(texts.pop(main)))
    for name in value_kinds(struct):
        if name in texts:
            lines += [f"## {name}", _escaped(texts[name])]
    return "\n".join([*lines, ":::", ""])


def _escaped(text):
    return "\n".join(escape_line(line) for line in text.split("\n"))


def _yaml(data):
    yaml = YAML()
    yaml.width = 10_000
    yaml.allow_unicode = True
    stream = io.StringIO()
    yaml.dump(_literal(data), stream)
    return stream.getvalue()


def _literal(data):
    """Long texts in block style, which people can read."""
    if isinstance(data, dict):
        return {name: _literal(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_literal(value) for value in data]
    if isinstance(data, str) and "\n" in data and all(map(_plain_line, data.split("\n"))):
        return LiteralScalarString(data)
    return data


def _plain_line(line):
    return line.isprintable() and line == line.rstrip() and not line.startswith((" ", "#"))
