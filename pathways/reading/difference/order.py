"""What moved in a list, and where what is gone stood."""

from bisect import bisect_left


def moved(before, after) -> set:
    """The fewest keys that have to be moved to come from one order to the other.

    Both lists may hold keys that the other lacks; those do not count.
    """
    place = {key: number for number, key in enumerate(before)}
    common = [key for key in after if key in place]
    tails, ends, previous = [], [], {}
    for key in common:
        at = bisect_left(tails, place[key])
        tails[at:] = [place[key]]
        ends[at:] = [key]
        previous[key] = ends[at - 1] if at else None
    staying, key = set(), ends[-1] if ends else None
    while key is not None:
        staying.add(key)
        key = previous[key]
    return set(common) - staying


def merged(before, after) -> list:
    """The keys of both lists: those of ``after``, and the others behind what they stood behind."""
    result, known, last = list(after), set(after), None
    for key in before:
        if key not in known:
            result.insert(result.index(last) + 1 if last is not None else 0, key)
            known.add(key)
        last = key
    return result
