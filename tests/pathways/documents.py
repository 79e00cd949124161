"""Documents of every shape, made from the document's own declarations.

Texts exist in all languages of the document, as they must to be published in them.
"""

import string

from django.apps import apps
from hypothesis import strategies as st
from wagtail import blocks as wagtail_blocks

from pathways.document.fields import Kind, declared
from pathways.document.markdown import canonical
from pathways.document.nodes import (
    PAGE_NODES,
    SUBPAGES,
    VOCABULARY,
    Block,
    Document,
    Pathway,
    Phase,
    Step,
)
from pathways.document.streams import code_default, value_kinds

WORDS = st.text(string.ascii_letters + "æøåäöÆØÅ <>&\"'*_#:\\-.?/1", min_size=1, max_size=18)
PLAIN = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
KEYS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
FRAMES = [
    "{}",
    "### {}",
    "- {}\n- {}",
    "1. {}\n2. {}",
    "{}\n\n{}",
    "**{}** {}",
    "[{}](https://e.org)",
]
REQUIRED = {"title", "name", "text", "partner", "duty", "group"}
NEVER_EMPTY = {("Branch", "condition"), ("Item", "text"), ("Result", "text")}


class _Maker:
    """Draws the nodes of one document."""

    def __init__(self, draw, languages):
        self.draw = draw
        self.languages = languages
        self.used = set()
        self.words = {name: [] for name in VOCABULARY}
        self.pages = []

    def key(self):
        key = self.draw(KEYS.filter(lambda k: k not in self.used))
        self.used.add(key)
        return key

    def keys(self, most):
        return [self.key() for _number in range(self.draw(st.integers(0, most)))]

    def text(self, *, required=False):
        if not required and not self.draw(st.booleans()):
            return {}
        words = self.draw(PLAIN)
        return {language: f"{words} {language}" for language in self.languages}

    def rich(self):
        if not self.draw(st.booleans()):
            return {}
        frame = self.draw(st.sampled_from(FRAMES))
        words = [f"w{number}{self.draw(st.sampled_from('æøåä'))}" for number in range(2)]
        return {
            language: canonical(frame.format(*(f"{word} {language}" for word in words)))
            for language in self.languages
        }

    def parts(self):
        """What a diagram draws: a list of labels, most with an explanation."""
        number = self.draw(st.integers(2, 12))
        ends = self.draw(st.lists(st.sampled_from(["", ": so", ": **so**"]), min_size=number))
        return {
            language: canonical(
                "\n".join(f"- part {n} {language}{ends[n]} {n}" for n in range(number))
            )
            for language in self.languages
        }

    def blocks(self, stream, depth=0):
        made = []
        for block_id in self.keys(2 if depth == 0 else 1):
            type_name = self.draw(st.sampled_from(sorted(stream.child_blocks)))
            made.append(self.block(stream.child_blocks[type_name], type_name, block_id, depth))
        return tuple(made)

    def block(self, struct, type_name, block_id, depth):
        codes, texts, children = {}, {}, {}
        for name, kind in value_kinds(struct).items():
            child = struct.child_blocks[name]
            if name == "carried_from":
                continue  # it must name a field of a template that is there
            if kind is Kind.CODE:
                value = self.block_code(child)
                if value not in (None, "", code_default(child)):
                    codes[name] = value
            elif kind is Kind.BLOCKS:
                inner = self.blocks(child, depth + 1)
                if inner:
                    children[name] = inner
            else:
                text = self.rich() if kind is Kind.RICH else self.text()
                if (type_name, name) == ("diagram", "parts"):
                    text = self.parts()
                if text:
                    texts[name] = text
        return Block(id=block_id, type=type_name, codes=codes, texts=texts, children=children)

    def block_code(self, block):
        if isinstance(block, wagtail_blocks.ChoiceBlock):
            return self.draw(st.sampled_from([v for v, _l in block.field.choices if v]))
        if isinstance(block, wagtail_blocks.BooleanBlock):
            return self.draw(st.booleans())
        if isinstance(block, wagtail_blocks.IntegerBlock):
            return self.draw(st.integers(1, 9))
        if isinstance(block, wagtail_blocks.DateBlock):
            return self.draw(st.dates()).isoformat()
        if isinstance(block, wagtail_blocks.URLBlock):
            return "https://example.org/x"
        return self.draw(KEYS)

    def node(self, cls, model, prefix="", **given):
        values = dict(given)
        for field, meta in declared(cls):
            name = field.name
            if name in values or name in SUBPAGES:
                continue
            values[name] = self.value(cls, meta, name, model, prefix)
        return cls(**self.consistent(values))

    def value(self, cls, meta, name, model, prefix):
        match meta.kind:
            case Kind.IDENTITY:
                return self.key()
            case Kind.CODE:
                return self.code(model, prefix + name)
            case Kind.WORD:
                known = self.words[meta.of]
                return self.draw(st.sampled_from(known if meta.required else ["", *known]))
            case Kind.LINK:
                return self.link(name)
            case Kind.TEXT:
                required = name in REQUIRED and cls.__name__ != "Branch"
                return self.text(required=required or (cls.__name__, name) in NEVER_EMPTY)
            case Kind.RICH:
                return self.rich()
            case Kind.BLOCKS:
                return self.blocks(meta.of)
            case Kind.ROWS:
                row_model = model._meta.get_field(name).related_model
                return tuple(self.node(meta.of, row_model, key=key) for key in self.keys(2))
            case Kind.PART:
                part = self.node(meta.of, model, meta.prefix)
                return None if part == meta.of() else part

    def code(self, model, name):
        if name == "origin":
            return "package"
        field = model._meta.get_field(name)
        if field.choices:
            return self.draw(st.sampled_from([value for value, _label in field.flatchoices]))
        kind = field.get_internal_type()
        if kind == "BooleanField":
            return self.draw(st.booleans())
        if kind == "DateField":
            return self.draw(st.none() | st.dates().map(lambda day: day.isoformat()))
        if kind.endswith("IntegerField"):
            number = st.integers(0, 300)
            return self.draw(number if not field.null else st.none() | number)
        return self.draw(st.just("") | KEYS.map(lambda key: key[: field.max_length]))

    def link(self, name):
        kinds = {
            "guidance": ("method", "template", "article", "step"),
            "target": ("step", "pathway"),
            "returns_to": ("step",),
        }[name]
        known = [page for page in self.pages if page.partition(":")[0] in kinds]
        return self.draw(st.sampled_from(["", *known]))

    def consistent(self, values):
        """Keep to the models' constraints."""
        if values.get("necessity") == "conditional" and not values["condition"]:
            values["condition"] = self.text(required=True)
        if values.get("identity") == "personal_number":
            values["storage"] = "never"
        if values.get("kind") == "sub_process":
            values["target"] = ""
        if "decided_by" in values:
            self.lead_somewhere(values)
        for low, high in (("earliest", "amount"), ("age_from", "age_to")):
            if values.get(low) is not None and values.get(high) is not None:
                values[low], values[high] = sorted((values[low], values[high]))
        return values

    def lead_somewhere(self, branch):
        if branch["kind"] == "outcome":
            branch["outcome"] = branch["outcome"] or self.words["outcomes"][0]
        elif not branch["target"]:
            branch["text"] = branch["text"] or self.text(required=True)

    def page(self, kind, key, **given):
        cls = PAGE_NODES[kind]
        slug = {language: f"{key}-{language}" for language in self.languages}
        return self.node(cls, apps.get_model(cls.MODEL), key=key, slug=slug, **given)


@st.composite
def documents(draw, key="generated"):
    """A package, mostly with a pathway, a few phases and steps, and what belongs to it."""
    languages = draw(st.sampled_from([("da",), ("da", "en"), ("nb", "fi"), ("fi", "en", "nb")]))
    languages = (languages[0], *sorted(languages[1:]))
    make = _Maker(draw, languages)
    vocabulary = {}
    for name, cls in VOCABULARY.items():
        slugs = [make.key(), *make.keys(1)]
        vocabulary[name] = tuple(
            make.node(cls, apps.get_model(cls.MODEL), slug=slug) for slug in slugs
        )
        make.words[name] = slugs
    library = ("method", "template", "article")
    keys = {kind: make.keys(2) for kind in ("method", "template", "article", "phase")}
    whole = not any(keys[kind] for kind in library) or draw(st.integers(0, 3)) > 0
    steps = {phase: make.keys(2) for phase in [*keys["phase"], None]}
    step_keys = [key for group in steps.values() for key in group]
    make.pages = [f"{kind}:{k}" for kind in library for k in keys[kind]]
    make.pages += [f"step:{k}" for k in step_keys] + [f"pathway:{key}"]
    made_steps = {k: make.page(Step.KIND, k) for k in step_keys}
    phases = tuple(
        make.page(Phase.KIND, phase, steps=tuple(made_steps[k] for k in steps[phase]))
        for phase in keys["phase"]
    )
    direct = tuple(made_steps[k] for k in steps[None])
    return Document(
        key=key,
        source_language=languages[0],
        languages=languages,
        **vocabulary,
        methods=tuple(make.page("method", k) for k in keys["method"]),
        templates=tuple(make.page("template", k) for k in keys["template"]),
        articles=tuple(make.page("article", k) for k in keys["article"]),
        pathways=(make.page(Pathway.KIND, key, phases=phases, steps=direct),) if whole else (),
    )
