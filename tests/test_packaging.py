import os
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hipplan import __version__

ROOT = Path(__file__).resolve().parent.parent


def build(builder: type[SdistBuilder] | type[WheelBuilder], source: Path, target: Path) -> Path:
    [artifact] = builder(str(source)).build(directory=str(target), versions=["standard"])
    return Path(artifact)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made from the sdist, as an index would hand it out."""
    folder = tmp_path_factory.mktemp("packed")
    with tarfile.open(build(SdistBuilder, ROOT, folder)) as sdist:
        sdist.extractall(folder, filter="data")
    return build(WheelBuilder, folder / f"hipplan-{__version__}", folder)


def test_the_wheel_of_the_sdist_holds_every_shipped_file(wheel: Path) -> None:
    packed = set(ZipFile(wheel).namelist())
    for kind in ("templates", "assets"):
        folder = ROOT / kind
        shipped = {f"hipplan/{path.relative_to(ROOT)}" for path in folder.rglob("*") if path.is_file()}
        assert shipped, f"{kind}/ is empty"
        assert shipped <= packed
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "hipplan").rglob("*.py")}
    assert modules
    assert modules <= packed


def test_the_version_is_said_once_and_the_same_everywhere(wheel: Path) -> None:
    assert wheel.name == f"hipplan-{__version__}-py3-none-any.whl"


def test_the_wheel_works_outside_the_checkout_with_an_empty_home(wheel: Path, tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    ZipFile(wheel).extractall(site)  # noqa: S202  our own wheel
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(site), "HOME": str(work)}

    def run(*words: str) -> str:
        command = [sys.executable, "-W", "error", "-m", "hipplan", *words]
        done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    assert __version__ in run("--version")
    assert "Wrote hip-plan.pdf" in run("build")
    assert (work / "hip-plan.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in work.iterdir()) == ["hip-plan.pdf"]
