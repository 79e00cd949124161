"""The words of the Makefile that do more than call one program."""

import argparse
import os
import sys

from . import machine, packages, places, site, suite
from .progress import Progress
from .stop import Stop

AT_FULL_SIZE = ["--full-size", "--measured=docs/measured.md"]
WITHOUT_PANGO = (
    "Pathways come without PDFs, since Pango is missing: install it (on Debian and Ubuntu the "
    "packages libpango-1.0-0 and libpangoft2-1.0-0, with Homebrew pango) and start again."
)


def main():
    parser = argparse.ArgumentParser(prog="portal.setup")
    words = parser.add_subparsers(dest="word")
    words.required = True
    for name in ("run", "dev"):
        words.add_parser(name).add_argument("--port", default="8000")
    words.add_parser("install").add_argument("name", choices=["base", "dev"])
    words.add_parser("test")
    words.add_parser("endurance")
    choice, arguments = parser.parse_known_args()
    if arguments and choice.word not in ("test", "endurance"):
        parser.error(f"what does {arguments[0]} mean?")
    machine.check_python()
    if choice.word == "run":
        run(machine.check_port(choice.port))
    elif choice.word == "dev":
        develop(machine.check_port(choice.port))
    elif choice.word == "install":
        install(choice.name)
    elif choice.word == "test":
        install("dev")
        sys.exit(suite.run(arguments))
    else:
        install("dev")
        sys.exit(suite.run([*AT_FULL_SIZE, *arguments], marks=["endurance"]))


def install(name):
    machine.check_venv()
    progress = Progress()
    packages.install(name, progress)
    if name == "dev":
        # Lint and tests ask for no site to be prepared, but they read its languages.
        site.manage(["messages", "compile"], site.environment("portal.settings.development", 0))
    return progress


def run(port):
    """Serve as in production, on this machine only."""
    progress = install("base")
    environ = site.environment("portal.settings.demo", port)
    site.prepare(environ, progress)
    say_what_is_left_out()
    progress.step("Starting the server")
    _become(["gunicorn", "--config", "portal/gunicorn.py", "portal.wsgi"], environ)


def develop(port):
    """Serve with reload and error pages."""
    progress = install("base")
    environ = site.environment("portal.settings.development", port)
    site.prepare(environ, progress, static=False)
    site.manage(["demo_accounts"], environ)
    say_what_is_left_out()
    runserver = ["django", "runserver", f"127.0.0.1:{port}"]
    _become(runserver, environ)


def say_what_is_left_out():
    """Name, in a sentence each, what this machine lacks and the portal does without."""
    if packages.lacks_pango():
        print(WITHOUT_PANGO, flush=True)


def _become(module, environ):
    """Let the server take this process's place, so that Ctrl-C reaches it and nothing else."""
    sys.stdout.flush()
    os.chdir(str(places.ROOT))
    os.execve(str(places.PYTHON), [str(places.PYTHON), "-m", *module], environ)


if __name__ == "__main__":
    try:
        main()
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit("Stopped; the same command goes on from here.")
