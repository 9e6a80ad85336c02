"""The command line as a test meets it: in an empty folder, with its two output streams apart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hipplan.cli import main

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command in the empty folder; a bug shows its traceback."""
    assert folder == Path.cwd()

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(main, words, prog_name="hipplan", catch_exceptions=False)

    return invoke
