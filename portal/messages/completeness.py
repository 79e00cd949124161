"""Says what a language lacks: nothing may reach the screen in the wrong language."""

from .catalogs import is_empty


def problems(catalog, template):
    """Yield a line for each text that is missing, left over, empty, uncertain or broken."""
    wanted = {_key(message): message for message in template if message.id}
    present = {_key(message): message for message in catalog if message.id}
    for key, message in wanted.items():
        if key not in present:
            yield _line("missing", message)
    for key, message in present.items():
        if key not in wanted:
            yield _line("no longer used", message)
        elif message.fuzzy:
            yield _line("uncertain (fuzzy)", message)
        elif is_empty(message):
            yield _line("not translated", message)
        else:
            yield from (_line(str(error), message) for error in message.check(catalog))
    for message in catalog.obsolete.values():
        yield _line("no longer used", message)


def _key(message):
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _line(what, message):
    places = ", ".join(sorted({place for place, _ in message.locations}))
    context, text = _key(message)
    return "".join(
        [
            f"{what}: {text!r}",
            f" as {context!r}" if context else "",
            f" ({places})" if places else "",
        ]
    )
