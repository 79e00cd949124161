"""JSON Schemas of the folder's YAML, made from the document's own declarations."""

from django.apps import apps
from django.conf import settings
from wagtail import blocks as wagtail_blocks

from pathways.document.fields import Kind, declared
from pathways.document.nodes import PAGE_NODES, SCHEMA_VERSION, SUBPAGES, VOCABULARY
from pathways.document.streams import value_kinds

DRAFT = "https://json-schema.org/draft/2020-12/schema"
KEY = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,79}$"}
BLOCK_ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}
NAME = {"type": "string", "pattern": r"^[a-z]+:[a-z0-9][a-z0-9-]*$"}
DATE = {"type": "string", "format": "date"}
ORIGIN = {"enum": ["package", "local"]}


def _object(properties, required=()):
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items):
    return {"type": "array", "items": items}


def all_schemas():
    """One JSON Schema with a definition for each kind of YAML file."""
    files = {"package": package_schema(), "vocabulary": vocabulary_schema()}
    files |= {kind: structure_schema(node) for kind, node in PAGE_NODES.items()}
    return {"$schema": DRAFT, "$defs": files}


def package_schema():
    """Of ``package.yaml``."""
    keys = _list(KEY)
    phase = _object({"key": KEY, "steps": keys}, ["key"])
    return _object(
        {
            "schema": {"type": "integer", "minimum": 1, "maximum": SCHEMA_VERSION},
            "key": KEY,
            "source_language": _language(),
            "languages": {"type": "array", "items": _language(), "uniqueItems": True},
            "pathway": _object({"phases": _list(phase), "steps": keys}),
            "methods": keys,
            "templates": keys,
            "articles": keys,
        },
        ["schema", "key", "source_language"],
    )


def _language():
    return {"enum": [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]}


def vocabulary_schema():
    """Of ``vocabulary.yaml``."""
    return _object({name: _list(structure_schema(node)) for name, node in VOCABULARY.items()})


def structure_schema(node, model=None, prefix=""):
    """Of a node's structure: its codes, references and rows.

    :param model: the Django model that stores it, to know the choices of its codes.
    """
    model = model or apps.get_model(node.MODEL)
    properties, required = {}, []
    for field, meta in declared(node):
        name = field.name
        if meta.kind is Kind.IDENTITY:
            if not hasattr(node, "KIND"):
                properties[name] = KEY
        elif meta.kind is Kind.CODE:
            properties[name] = _code(model, prefix + name)
        elif meta.kind is Kind.WORD:
            properties[name] = KEY
            required += [name] * meta.required
        elif meta.kind is Kind.LINK:
            properties[name] = {"anyOf": [NAME, KEY]}
        elif meta.kind is Kind.BLOCKS:
            if name != "body":
                properties[name] = _blocks(meta.of)
        elif meta.kind is Kind.ROWS and name not in SUBPAGES:
            row = model._meta.get_field(name).related_model
            properties[name] = _list(structure_schema(meta.of, row))
        elif meta.kind is Kind.PART:
            properties[name] = structure_schema(meta.of, model, meta.prefix)
    return _object(properties, required)


def _code(model, name):
    if name == "origin":
        return ORIGIN
    field = model._meta.get_field(name)
    if field.choices:
        return {"enum": [value for value, _label in field.flatchoices]}
    kind = field.get_internal_type()
    if kind == "BooleanField":
        return {"type": "boolean"}
    if kind == "DateField":
        return {"anyOf": [DATE, {"type": "null"}]}
    if kind.endswith("IntegerField"):
        return {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 32767}, {"type": "null"}]}
    return {"type": "string", "maxLength": field.max_length or 10_000}


def _blocks(stream):
    """Of a stream that is written as YAML: sources, sections of a template."""
    variants = []
    for type_name, struct in stream.child_blocks.items():
        properties = {"id": BLOCK_ID, "type": {"const": type_name}}
        for name, kind in value_kinds(struct).items():
            child = struct.child_blocks[name]
            if kind is Kind.CODE:
                properties[name] = block_code(child)
            elif kind is Kind.BLOCKS:
                properties[name] = _blocks(child)
        variant = _object(properties, ["id"])
        if len(stream.child_blocks) > 1:
            variant["required"].append("type")
        variants.append(variant)
    return _list(variants[0] if len(variants) == 1 else {"oneOf": variants})


def block_code(block):
    """Of one code of a block."""
    if isinstance(block, wagtail_blocks.ChoiceBlock):
        values = [value for value, _label in block.field.choices if value != ""]
        return {"enum": values}
    if isinstance(block, wagtail_blocks.BooleanBlock):
        return {"type": "boolean"}
    if isinstance(block, wagtail_blocks.IntegerBlock):
        return {"type": "integer"}
    if isinstance(block, wagtail_blocks.DateBlock):
        return DATE
    return {"type": "string", "maxLength": 1000}
