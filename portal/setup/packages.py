"""The virtual environment, and the pinned packages in it."""

import re
import subprocess
import sys

from .places import PYTHON, REQUIREMENTS, ROOT, VAR, VENV
from .stamps import Stamps, fingerprint
from .stop import Stop

NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError"
    r"|Temporary failure in name resolution|Network is unreachable|Connection refused"
)


def install(name, progress):
    """Make sure that the packages of requirements/`name`.txt are in the virtual environment."""
    stamps = Stamps(VENV / "installed")
    if not _works():
        progress.step("Making a virtual environment")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    # Everything that the site runs on is among what its tests need.
    for candidate in (name, "dev"):
        if stamps.fresh(candidate, _mark(candidate)):
            return
    _pip_install(REQUIREMENTS / f"{name}.txt", progress)
    stamps.set(name, _mark(name))


def lacks_pango():
    """Tell whether the system has not got the library that PDFs are set with."""
    command = [str(PYTHON), "-c", "import weasyprint"]
    return subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) != 0


def _mark(name):
    return fingerprint([REQUIREMENTS / f"{name}.txt"])


def _works():
    """Tell whether there is an environment whose Python is still on the machine."""
    command = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.call(command, stdout=subprocess.DEVNULL) == 0


def _pip_install(file, progress):
    total = len(re.findall(r"^[\w.-]+==", file.read_text(encoding="utf-8"), re.MULTILINE))
    progress.step(f"Installing {total} packages")
    log = VAR / "install.log"
    log.parent.mkdir(exist_ok=True)
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar=off", "--retries=2", "-r", str(file)]
    with log.open("w", encoding="utf-8") as record:
        process = subprocess.Popen(
            command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for line in process.stdout:
            record.write(line)
            if line.startswith(("Collecting ", "Requirement already satisfied: ")):
                progress.count(total)
            elif line.startswith("Installing collected packages"):
                progress.step("Unpacking them")
    if process.wait():
        raise Stop(explain_failure(log.read_text(encoding="utf-8"), log.relative_to(ROOT)))


def explain_failure(output, log):
    """Return the one sentence that says why pip failed and how to go on."""
    if NO_NETWORK.search(output):
        return (
            "The packages could not be downloaded, the network does not answer: "
            "connect and run the same command again; it goes on from where it stopped."
        )
    return f"The packages could not be installed: the end of {log} says why."
