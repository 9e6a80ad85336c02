"""The committed pictures are those that the poses and the generator make today."""

from collections.abc import Mapping

import pytest

from hipplan.figures.generator.studio import pictures
from hipplan.resources import resource

FOLDER = resource("assets", "figures")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Every picture drawn anew, by its key."""
    return dict(pictures(workers=2))


def stale(drawn: Mapping[str, str], kept: Mapping[str, str]) -> list[str]:
    """One line for each picture that is not as it should be, with the command that mends it."""
    again = "run python -m hipplan.figures"
    lines = [f"{key}: differs from its pose; {again}" for key in drawn if key in kept and kept[key] != drawn[key]]
    lines += [f"{key}: has no SVG file; {again}" for key in drawn if key not in kept]
    return lines + [f"{key}: belongs to no pose; delete assets/figures/{key}.svg" for key in kept if key not in drawn]


def test_every_picture_is_current(drawn: Mapping[str, str]) -> None:
    kept = {path.stem: path.read_bytes().decode("utf-8") for path in sorted(FOLDER.glob("*.svg"))}
    assert len(drawn) > 20  # five moves with three pictures and more
    assert stale(drawn, kept) == []


def test_a_stale_a_missing_and_an_orphan_picture_are_named() -> None:
    lines = stale({"same": "1", "old": "new", "gone": "1"}, {"same": "1", "old": "old", "orphan": "1"})
    assert [line.split(":")[0] for line in lines] == ["old", "gone", "orphan"]
    assert all("python -m hipplan.figures" in line for line in lines[:2])
