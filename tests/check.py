"""Run every check and stop at the first that fails; pytest comes last, so that its closing line is the last."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent  # this environment's own, whatever PATH says
CHECKS = ("ruff check", "ruff format --check", "mypy", "lint-imports", "pytest -n auto --dist worksteal")


def main() -> int:
    """Give the exit code of the first check that fails, or 0."""
    for check in CHECKS:
        print("$", check, flush=True)  # noqa: T201  whoever waits wants to know what runs
        tool, *words = check.split()
        code = subprocess.run([TOOLS / tool, *words], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
