"""What this machine must have before anything else happens."""

import errno
import importlib.util
import socket
import sys

from .stop import Stop

OLDEST_PYTHON = (3, 11)


def check_python(version=sys.version_info[:2]):
    """Refuse a Python that is too old."""
    if tuple(version) < OLDEST_PYTHON:
        raise Stop(
            "Python {}.{} is too old: install Python 3.11 or newer, "
            "then name it, as in `make run PYTHON=python3.12`.".format(*version)
        )


def check_venv(find=importlib.util.find_spec):
    """Refuse a Python that came without `venv`, as Debian's does."""
    if not (find("venv") and find("ensurepip")):
        raise Stop(
            "This Python cannot make virtual environments: install its venv module "
            "(on Debian and Ubuntu the package python3-venv) and run the same command again."
        )


def check_port(text, host="127.0.0.1"):
    """Return the port as a number, or refuse one that is no port, is taken or is not allowed."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Stop(f"PORT={text} is not a port: give a number from 1024 to 65535.")
    port = int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Stop(_why_not(port, error.errno)) from None
    return port


def _why_not(port, code):
    if code == errno.EADDRINUSE:
        another = port + 1 if port < 65535 else port - 1
        return (
            f"Port {port} is taken by another program: stop that one, "
            f"or choose another port, as in `make run PORT={another}`."
        )
    return (
        f"Port {port} may not be used by this account: choose one above 1023, "
        "as in `make run PORT=8000`."
    )
