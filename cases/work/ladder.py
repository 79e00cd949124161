"""The ladder: what to try next where an attempt to reach the client was in vain."""


def rungs_of(step):
    """The items of a step that make its ladder: from the first that names a channel on."""
    items = step.latest.items
    first = next((n for n, item in enumerate(items) if item.node.channel), len(items))
    return items[first:]


def ladder_of(plan):
    """The first step with a ladder, or None where the pathway has none."""
    return next((step for step in plan.steps if rungs_of(step)), None)


def is_climbed(step):
    """Whether the step's own milestone has come: the client was reached."""
    return any(item.node.records and item.is_settled for item in step.latest.items)


def next_rung(plan, contacts):
    """What the guidance says to try next, or None.

    Nothing is next before the first attempt, after one that reached the client, and once the
    step's own milestone has come.

    :param contacts: the case's, the latest first.
    """
    step = ladder_of(plan)
    if step is None or not contacts or contacts[0].reached:
        return None
    if is_climbed(step):
        return None
    return next(iter(_left(step)), None)


def rung_by(plan, channel):
    """The rung that is climbed by trying this channel now, or None where another one is next."""
    step = ladder_of(plan)
    left = _left(step) if step else []
    coming = next((item for item in left if item.node.channel), None)
    climbs = coming is not None and coming.node.channel == channel and not coming.waits
    return coming if climbs else None


def _left(step):
    """Rungs that are open beyond the last one that was climbed."""
    rungs = rungs_of(step)
    climbed = max((n for n, item in enumerate(rungs) if item.is_settled), default=-1)
    return rungs[climbed + 1 :]
