"""Where things lie."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
VENV = ROOT / os.environ.get("VENV", ".venv")
PYTHON = VENV / "bin" / "python"
REQUIREMENTS = ROOT / "requirements"
MEMORY = Path("/dev/shm")  # noqa: S108
ENOUGH = 4 * 2**30  # bytes


def quick_place():
    """Return where to put what need not last: in memory where there is plenty, else None."""
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        return None
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return MEMORY if min(free, shutil.disk_usage(MEMORY).free) >= ENOUGH else None
