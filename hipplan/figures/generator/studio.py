"""Every picture by its key: read the poses, build the figures, draw the files."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from hipplan.figures.generator.body import POSES
from hipplan.figures.generator.drawing import Picture
from hipplan.figures.generator.figure import Figure, build
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.pose_files import read_poses
from hipplan.words import say

NOT_POSES = {"body.toml"}


def pose_files(moves: Sequence[str] = ()) -> list[Path]:
    """The pose files of these moves, by the beginning of their names; all without any."""
    files = sorted(path for path in POSES.glob("*.toml") if path.name not in NOT_POSES)
    return [path for path in files if not moves or any(path.stem.startswith(move) for move in moves)]


def figures_of(path: Path) -> dict[str, Figure]:
    """The figures of a file by the name of their frame."""
    return {pose.name: build(pose) for pose in read_poses(path)}


def svg_of(figure: Figure, figures: dict[str, Figure]) -> str:
    """The picture of one figure; the others of its file lend it ghosts and arrows."""
    return Picture(figure, figures).svg(*_words(figure.pose))


def pictures_of(path: Path) -> list[tuple[str, str]]:
    """Key and SVG text of every picture of a file."""
    figures = figures_of(path)
    return [(str(figure.pose.key), svg_of(figure, figures)) for figure in figures.values() if figure.pose.drawn]


def pictures(moves: Sequence[str] = (), *, workers: int | None = None) -> Iterator[tuple[str, str]]:
    """Key and SVG text of every picture, drawn side by side."""
    with helpers(workers) as pool:
        for found in pool.map(pictures_of, pose_files(moves)):
            yield from found


def helpers(count: int | None = None) -> ProcessPoolExecutor:
    """Processes that start afresh: to fork beside the threads of numpy is not safe."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))


def _words(pose: Pose) -> tuple[str, str]:
    """Caption and description of the side that is drawn."""
    first, other = pose.side, "left" if pose.side == "right" else "right"
    values = {"first": say(f"sides.{first}"), "other": say(f"sides.{other}")}
    return say(f"pictures.{pose.key}.caption", **values), say(f"pictures.{pose.key}.alt", **values)
