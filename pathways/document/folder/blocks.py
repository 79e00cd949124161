"""From fenced containers and YAML lists to the blocks of a document."""

from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator, FormatChecker
from wagtail import blocks as wagtail_blocks

from pathways.document.fields import Kind
from pathways.document.markdown import canonical
from pathways.document.nodes import Block
from pathways.document.streams import code_default, main_field, value_kinds

from . import layout
from .faults import fault_words
from .schema import block_code
from .texts import MAIN


class BlockReader:
    """Reads the blocks of one page in all its languages."""

    def __init__(self, problems, source, place, kind="", key=""):
        self.problems = problems
        self.source = source
        self.place = place
        self.kind, self.key = kind, key

    def fenced(self, stream, texts):
        """Blocks of the body, in the order of the source language."""
        written = {language: text.blocks.get("body", []) for language, text in texts.items()}
        by_id = {}
        for language, fences in written.items():
            by_id[language] = self._by_id(fences, language)
        own = by_id.get(self.source, {})
        for language, fences in by_id.items():
            for fence in fences.values():
                if fence.id not in own:
                    reason = _("The source language has no block “%s”.") % fence.id
                    self._add(language, fence.line, reason)
        blocks = []
        for fence in own.values():
            if fence.type not in stream.child_blocks:
                reason = _("There is no kind of block “%s”.") % (fence.type or "")
                self._add(self.source, fence.line, reason)
                continue
            versions = {lang: f[fence.id] for lang, f in by_id.items() if fence.id in f}
            blocks.append(self._fence(stream.child_blocks[fence.type], fence, versions))
        return tuple(blocks)

    def _add(self, language, line, reason):
        self.problems.add(layout.text_file(self.kind, self.key, language), line, reason)

    def _by_id(self, fences, language):
        found = {}
        for fence in fences:
            if fence.id in found:
                self._add(language, fence.line, _("The key “%s” stands twice.") % fence.id)
            found[fence.id] = fence
            file = layout.text_file(self.kind, self.key, language)
            here = (*self.place, "body", fence.id)
            self.problems.remember(here, file, fence.line, language)
            for name, line in fence.field_lines.items():
                self.problems.remember((*here, name), file, line, language)
        return found

    def _fence(self, struct, fence, versions):
        kinds, main = value_kinds(struct), main_field(struct)
        codes = {}
        for name, value in fence.codes.items():
            if kinds.get(name) is not Kind.CODE:
                reason = _("A block “%(type)s” has no value “%(name)s”.")
                self._add(self.source, fence.line, reason % {"type": fence.type, "name": name})
                continue
            plain = self._code(struct.child_blocks[name], name, value, fence.line)
            if plain is not None and plain != code_default(struct.child_blocks[name]):
                codes[name] = plain
        texts = {}
        for language, version in versions.items():
            if version is not fence and (version.codes or version.type not in (None, fence.type)):
                reason = _("Kind and values of a block stand in the source language only.")
                self._add(language, version.line, reason)
            for name, text in version.fields.items():
                name = name if name != MAIN else main or MAIN
                if kinds.get(name) in (Kind.TEXT, Kind.RICH):
                    rich = kinds[name] is Kind.RICH
                    texts.setdefault(name, {})[language] = canonical(text) if rich else text
                else:
                    reason = _("A block “%(type)s” has no field “%(name)s”.")
                    self._add(language, version.line, reason % {"type": fence.type, "name": name})
        return Block(id=fence.id, type=fence.type, codes=codes, texts=texts, children={})

    def _code(self, block, name, written, line):
        """The value of an attribute, which is always written as text."""
        value = written
        if isinstance(block, wagtail_blocks.BooleanBlock):
            value = {"true": True, "false": False}.get(written, written)
        elif isinstance(block, wagtail_blocks.IntegerBlock) and written.isdecimal():
            value = int(written)
        validator = Draft202012Validator(block_code(block), format_checker=FormatChecker())
        for error in validator.iter_errors(value):
            self._add(self.source, line, f"{name}: {fault_words(error)}")
            return None
        return value

    def listed(self, stream, structures, texts, place):
        """Blocks that are written as YAML. ``texts`` maps languages to texts by id."""
        blocks = []
        only = next(iter(stream.child_blocks)) if len(stream.child_blocks) == 1 else None
        for structure in structures:
            type_name = structure.get("type", only)
            words = {
                language: (w.get(structure["id"]) if isinstance(w, dict) else None) or {}
                for language, w in texts.items()
            }
            here = (*place, structure["id"])
            blocks.append(
                self._listed_block(
                    stream.child_blocks[type_name], type_name, structure, words, here
                )
            )
        known = [block.id for block in blocks]
        for doubled in {i for i in known if known.count(i) > 1}:
            self.problems.at((*place, doubled), _("The key “%s” stands twice.") % doubled)
        for language, words in texts.items():
            for stray in set(words) - set(known) if isinstance(words, dict) else ():
                self.problems.at(
                    (*place, stray), _("“%s” is not in the structure.") % stray, language
                )
        return tuple(blocks)

    def _listed_block(self, struct, type_name, structure, words, place):
        kinds = value_kinds(struct)
        written = [n for n, k in kinds.items() if k in (Kind.TEXT, Kind.RICH)]
        words = {
            language: w if isinstance(w, dict) else {written[0] if written else "?": w}
            for language, w in words.items()
        }
        codes, texts, children = {}, {}, {}
        for name, kind in kinds.items():
            if kind is Kind.BLOCKS:
                inner = {language: w.get(name) or {} for language, w in words.items()}
                found = self.listed(
                    struct.child_blocks[name], structure.get(name, []), inner, (*place, name)
                )
                if found:
                    children[name] = found
            elif kind is Kind.CODE:
                value = structure.get(name)
                if value not in (None, "") and value != code_default(struct.child_blocks[name]):
                    codes[name] = value
            else:
                text = {lang: str(w[name]).strip() for lang, w in words.items() if w.get(name)}
                if kind is Kind.RICH:
                    text = {language: canonical(written) for language, written in text.items()}
                if text:
                    texts[name] = text
        for language, w in words.items():
            for stray in w.keys() - kinds.keys():
                self.problems.at(
                    (*place, stray), _("There is no text “%s” here.") % stray, language
                )
        return Block(
            id=structure["id"], type=type_name, codes=codes, texts=texts, children=children
        )
