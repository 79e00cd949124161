"""What a JSON Schema finds wrong, in words of the reader's language."""

import json

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .schema import BLOCK_ID, KEY, NAME

LONGEST = 60
TYPES = {
    "array": gettext_lazy("a list"),
    "boolean": gettext_lazy("true or false"),
    "integer": gettext_lazy("a whole number"),
    "null": gettext_lazy("nothing"),
    "object": gettext_lazy("named values"),
    "string": gettext_lazy("a text"),
}


def fault_words(error) -> str:
    """The reason behind a validation error.

    :param error: :class:`jsonschema.ValidationError`, the innermost one.
    """
    say = FAULT_WORDS.get(error.validator)
    return say(error) if say else _("“%s” is not allowed here.") % shown(error.instance)


def shown(value):
    """A value as it may stand in a file, cut where it is long."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _type(error):
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else wanted
    types = _(" or ").join(str(TYPES.get(name, name)) for name in names)
    return _("“%(value)s” is not what belongs here: %(types)s.") % {
        "value": shown(error.instance),
        "types": types,
    }


def _enum(error):
    return _("“%(value)s” is not one of: %(choices)s.") % {
        "value": shown(error.instance),
        "choices": ", ".join(map(shown, error.validator_value)),
    }


def _const(error):
    return _("“%(value)s” stands where only “%(only)s” can.") % {
        "value": shown(error.instance),
        "only": shown(error.validator_value),
    }


def _required(error):
    missing = [name for name in error.validator_value if name not in error.instance]
    return _("This is missing: %s.") % ", ".join(missing)


def _unknown(error):
    known = error.schema.get("properties", {})
    unknown = [shown(name) for name in error.instance if name not in known]
    return _("This name is not known here: %s.") % ", ".join(unknown)


def _pattern(error):
    words = {
        KEY["pattern"]: _("“%s” is no key: small letters a–z, digits and hyphens, at most 80."),
        BLOCK_ID["pattern"]: _("“%s” is no key: letters a–z, digits, “-” and “_”, at most 64."),
        NAME["pattern"]: _("“%s” is no reference such as “method:listening”."),
    }
    return words[error.validator_value] % shown(error.instance)


def _format(error):
    return _("“%s” is no date: write year, month and day as in 2026-01-31.") % shown(error.instance)


def _minimum(error):
    return _("“%(value)s” is less than %(limit)s.") % {
        "value": shown(error.instance),
        "limit": error.validator_value,
    }


def _maximum(error):
    return _("“%(value)s” is more than %(limit)s.") % {
        "value": shown(error.instance),
        "limit": error.validator_value,
    }


def _length(error):
    return _("“%(value)s” is longer than %(limit)s characters.") % {
        "value": shown(error.instance),
        "limit": error.validator_value,
    }


def _doubles(error):
    seen = [shown(value) for value in error.instance]
    doubled = dict.fromkeys(value for value in seen if seen.count(value) > 1)
    return _("This stands twice: %s.") % ", ".join(doubled)


FAULT_WORDS = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "required": _required,
    "additionalProperties": _unknown,
    "pattern": _pattern,
    "format": _format,
    "minimum": _minimum,
    "maximum": _maximum,
    "maxLength": _length,
    "uniqueItems": _doubles,
}
