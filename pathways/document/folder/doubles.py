"""Keys that stand twice in a list of pages."""


def doubled_keys(package):
    """``(path, key)`` of each key that stood before among the pages of its kind.

    :param package: the values of ``package.yaml``.
    """
    seen = set()
    for path, kind, key in _named(package):
        if (kind, key) in seen:
            yield path, key
        seen.add((kind, key))


def _named(package):
    pathway = package.get("pathway") or {}
    for i, phase in enumerate(pathway.get("phases", [])):
        yield ("pathway", "phases", i, "key"), "phase", phase["key"]
        for j, key in enumerate(phase.get("steps", [])):
            yield ("pathway", "phases", i, "steps", j), "step", key
    for i, key in enumerate(pathway.get("steps", [])):
        yield ("pathway", "steps", i), "step", key
    for kind in ("methods", "templates", "articles"):
        for i, key in enumerate(package.get(kind, [])):
            yield (kind, i), kind, key
