"""What is written to the console, and that it holds no personal number."""

from .environment import env

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "numberless": {
            "()": "accounts.personal_numbers.logs.NumberlessFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "numberless"}},
    # Django's own handler would mail whole requests to administrators, with what was typed.
    "loggers": {"django": {"handlers": []}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
