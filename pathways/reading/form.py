"""A template's sections as a blank form."""

from dataclasses import dataclass, field

FREE_ROWS = 4


@dataclass(frozen=True)
class FormField:
    """One field. Which values it has follows from ``type``."""

    type: str
    id: str
    label: str = ""
    help: str = ""
    kind: str = "text"
    two_voices: bool = False
    carried_from: str = ""
    several: bool = False
    options: list[str] = field(default_factory=list)
    people: bool = False
    columns: list[dict] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    category: int = 0
    letter: str = ""
    topic: str = ""
    criteria: list[str] = field(default_factory=list)
    text: str = ""

    @property
    def template(self):
        return f"pathways/fields/{self.type}.html"


@dataclass(frozen=True)
class FormSection:
    """A heading with its fields."""

    id: str
    title: str
    intro: str
    fields: list[FormField]


def holds_people(sections):
    """Whether the form asks for data of people other than the client."""
    return any(
        child.block_type == "table" and child.value["people"]
        for section in sections
        for child in section.value["fields"]
    )


def form_sections(sections, links, carried=None) -> list[FormSection]:
    """All sections of a form. ``carried`` names the fields that answers are taken from."""
    return [
        FormSection(
            id=section.id,
            title=section.value["title"],
            intro=links.expand(section.value["intro"].source) if section.value["intro"] else "",
            fields=[_field(child, links, carried or {}) for child in section.value["fields"]],
        )
        for section in sections
    ]


def _field(child, links, carried):
    value, base = child.value, {"type": child.block_type, "id": child.id}
    match child.block_type:
        case "field":
            names = ("label", "help", "kind", "two_voices")
            return FormField(
                **base,
                **{name: value[name] for name in names},
                carried_from=carried.get(value["carried_from"], ""),
            )
        case "choice":
            options = [option.value["label"] for option in value["options"]]
            return FormField(
                **base,
                label=value["label"],
                help=value["help"],
                several=value["several"],
                options=options,
            )
        case "table":
            return FormField(
                **base,
                label=value["label"],
                help=value["help"],
                people=value["people"],
                columns=[dict(column.value) for column in value["columns"]],
                rows=_rows(value["rows"], len(value["columns"])),
            )
        case "criteria":
            return FormField(
                **base,
                category=value["category"],
                letter=value["letter"],
                topic=value["topic"],
                criteria=[criterion.value["label"] for criterion in value["criteria"]],
            )
        case _:
            return FormField(**base, text=links.expand(value["text"].source))


def _rows(rows, width):
    """Cells row by row; a form without rows of its own gets a few free ones."""
    cells = []
    for row in rows:
        if row.block_type == "gap":
            cells += [[""] * width] * row.value["rows"]
        else:
            preset = [row.value["label"], row.value["detail"]][:width]
            cells.append(preset + [""] * (width - len(preset)))
    return cells or [[""] * width] * FREE_ROWS
