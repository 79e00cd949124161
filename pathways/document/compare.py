"""What differs between two documents, value by value, and how to go from one to the other."""

from dataclasses import dataclass

from .data import from_data, to_data

ORDER = "#"
Path = tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """One value that differs. ``None`` stands for a value that is not there."""

    path: Path
    before: object
    after: object


def compare(before, after) -> list[Change]:
    """All changes from one document to another, in a stable order."""
    old, new = flatten(to_data(before)), flatten(to_data(after))
    return [
        Change(path, old.get(path), new.get(path))
        for path in sorted(old.keys() | new.keys())
        if old.get(path) != new.get(path)
    ]


def patch(document, changes):
    """The document with the changes made.

    :raises ValueError: when the document does not hold what a change starts from.
    """
    values = flatten(to_data(document))
    for change in changes:
        if values.get(change.path) != change.before:
            raise ValueError(f"{'/'.join(change.path)} is not what the change expects")
        if change.after is None:
            del values[change.path]
        else:
            values[change.path] = change.after
    return from_data(unflatten(values), type(document))


def flatten(data, path: Path = ()) -> dict[Path, object]:
    """Every scalar by its path; a list of nodes also has its order under ``#``."""
    values = {}
    for name, value in data.items():
        here = (*path, name)
        if isinstance(value, dict):
            values.update(flatten(value, here))
        elif isinstance(value, list) and all(isinstance(v, dict) for v in value):
            identities = [_identity(child) for child in value]
            if len(set(identities)) != len(identities):
                raise ValueError(f"a key stands twice under {'/'.join(here)}")
            values[(*here, ORDER)] = tuple(identities)
            for identity, child in zip(identities, value, strict=True):
                values.update(flatten(child, (*here, identity)))
        else:
            values[here] = tuple(value) if isinstance(value, list) else value
    return values


def unflatten(values) -> dict:
    """The inverse of :func:`flatten`."""
    tree = {}
    for path, value in values.items():
        branch = tree
        for name in path[:-1]:
            branch = branch.setdefault(name, {})
        branch[path[-1]] = value
    return _as_lists(tree)


def _as_lists(tree):
    if ORDER in tree:
        return [_as_lists(tree[identity]) for identity in tree[ORDER]]
    return {
        name: _as_lists(value)
        if isinstance(value, dict)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in tree.items()
    }


def _identity(data):
    return next(data[name] for name in ("key", "slug", "id") if _is_name(data, name))


def _is_name(data, name):
    return isinstance(data.get(name), str)
