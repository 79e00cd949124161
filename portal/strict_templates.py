"""Undefined variables in this project's templates are errors; other people's behave as always.

Django asks the truth of `string_if_invalid` at the moment a variable turns out to be undefined.
The nearest template node on the stack says which file the variable is written in, also when that
file extends, is extended or is included by somebody else's.
"""

import sys

from django.template.base import FilterExpression, Node

from portal.settings.environment import BASE_DIR

OURS = str(BASE_DIR / "templates")


class UndefinedVariable(Exception):
    """A template of this project uses a name that its view did not give it."""


class UndefinedIsAnError(str):
    """An empty `string_if_invalid` that raises when asked on behalf of one of our templates."""

    __slots__ = ()

    def __bool__(self):
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        if isinstance(expression, FilterExpression):
            file = _template_file(frame)
            if file.startswith(OURS):
                raise UndefinedVariable(f"{{{{ {expression} }}}} is undefined in {file}")
        return False


def _template_file(frame):
    while frame := frame.f_back:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and hasattr(node, "origin"):
            return str(node.origin.name)
    return ""
