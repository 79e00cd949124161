"""In which order the pages of a pathway stand, apart from what they say."""

from dataclasses import replace


def shape_of(document):
    """``{"steps": [keys], "phases": [{"key": …, "steps": [keys]}]}``"""
    pathway = document.pathway
    if pathway is None:
        return {"steps": [], "phases": []}
    return {
        "steps": [step.key for step in pathway.steps],
        "phases": [
            {"key": phase.key, "steps": [step.key for step in phase.steps]}
            for phase in pathway.phases
        ],
    }


def named_in(shape):
    """``{"phase:contact", "step:first-meeting", …}``"""
    steps = {key for phase in shape["phases"] for key in phase["steps"]} | set(shape["steps"])
    return {f"step:{key}" for key in steps} | {f"phase:{p['key']}" for p in shape["phases"]}


def arranged(document, shape, new=frozenset()):
    """The document with its pages as the shape has them.

    :param new: names of pages that the shape may not know; they stay where they are. All
        others that it does not name are left out.
    """
    pathway = document.pathway
    phases = {phase.key: phase for phase in pathway.phases}
    steps = {step.key: step for step in document.pages() if step.KIND == "step"}
    known = named_in(shape)
    parts = [
        replace(
            phases[part["key"]],
            steps=_in_place(part["steps"], steps, phases[part["key"]].steps, known, new),
        )
        for part in shape["phases"]
        if part["key"] in phases
    ]
    parts += [
        replace(phase, steps=_in_place([], steps, phase.steps, known, new))
        for phase in pathway.phases
        if f"phase:{phase.key}" not in known and f"phase:{phase.key}" in new
    ]
    own = _in_place(shape["steps"], steps, pathway.steps, known, new)
    whole = replace(pathway, phases=tuple(parts), steps=own)
    return replace(document, pathways=(whole,))


def _in_place(keys, steps, standing, known, new):
    named = [steps[key] for key in keys if key in steps]
    added = [
        step for step in standing if f"step:{step.key}" not in known and f"step:{step.key}" in new
    ]
    return (*named, *added)


def own(node):
    """A page's node without the pages below it."""
    return replace(node, **{name: () for name in ("phases", "steps") if hasattr(node, name)})


def name_of(node):
    """``step:contact``"""
    return f"{node.KIND}:{node.key}"


def own_nodes(document):
    """``{"step:contact": node}`` of all pages, each without those below it, parents first."""
    return {name_of(node): own(node) for node in document.pages()}
