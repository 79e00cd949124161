"""Where a pathway ends, and what follows after its end: read from its due rules."""

LAST_STEPS = 3


def ending_of(procedure):
    """The milestone that closes a case, and the items that are due after it.

    It is the last one that items counted in months are due after, all of them; such items are
    follow-ups. Looked for in the last stretch: the last phase, or without phases the last steps.

    :returns: its slug, empty where nothing follows, and ``{(step, item), …}``.
    """
    steps = procedure.steps
    for place in reversed(_last_stretch(steps)):
        later = [(step.key, item) for step in steps[place:] for item in step.node.items]
        for item in steps[place].node.items:
            found = _follow_ups(item.records, later) if item.records else set()
            if found:
                return item.records, found
    return "", set()


def _last_stretch(steps):
    phases = [step.phase for step in steps if step.phase and not step.runs_beside]
    if not phases:
        return range(len(steps))[-LAST_STEPS:]
    return [place for place, step in enumerate(steps) if step.phase is phases[-1]]


def _follow_ups(milestone, later):
    """Items that are due months after it; none where months are counted from another one too."""
    counted = [(step, i) for step, i in later if i.due and i.due.amount and i.due.unit == "month"]
    if any(item.due.anchor != milestone for _step, item in counted):
        return set()
    return {(step, item.key) for step, item in counted if item.due.direction == "after"}
