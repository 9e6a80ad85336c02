"""The developer's command that draws the pictures and lays them out on a sheet to look at."""

import argparse
import sys
from pathlib import Path

from hipplan.errors import HipplanError
from hipplan.figures.generator.checks import both_sides
from hipplan.figures.generator.contact_sheet import contact_sheet
from hipplan.figures.generator.pose_files import read_poses
from hipplan.figures.generator.studio import helpers, pictures, pose_files
from hipplan.resources import resource


def main(arguments: list[str] | None = None) -> int:
    """Draw the pictures, or only check the poses; 0 when all is well."""
    parser = argparse.ArgumentParser(prog="python -m hipplan.figures", description=__doc__)
    parser.add_argument("moves", nargs="*", metavar="MOVE", help="only the files whose name begins so")
    parser.add_argument("--to", type=Path, default=resource("assets", "figures"), help="folder of the SVG files")
    parser.add_argument("--sheet", type=Path, metavar="PDF", help="also lay them out in colour, grey and mirrored")
    parser.add_argument("--check", action="store_true", help="draw nothing; say what is wrong with the poses")
    asked = parser.parse_args(arguments)
    files = pose_files(asked.moves)
    if asked.check:
        return _check(files)
    asked.to.mkdir(parents=True, exist_ok=True)
    try:
        drawn = list(pictures(asked.moves))
    except HipplanError as problem:
        print(problem, file=sys.stderr)
        return int(problem.exit_code)
    for key, svg in drawn:
        (asked.to / f"{key}.svg").write_text(svg, encoding="utf-8")
    if asked.sheet:
        asked.sheet.write_bytes(contact_sheet(drawn))
    print(f"{len(drawn)} pictures, {sum(len(svg) for _, svg in drawn) // 1024} kB, in {asked.to}")
    return 0


def _check(files: list[Path]) -> int:
    """Print every finding; 1 when there are any."""
    with helpers() as pool:
        found = [line for lines in pool.map(_findings, files) for line in lines]
    print("\n".join(found) or f"{len(files)} pose files, nothing to mend")
    return 1 if found else 0


def _findings(path: Path) -> list[str]:
    try:
        return [str(finding) for pose in read_poses(path) for finding in both_sides(pose)]
    except HipplanError as problem:
        return [str(problem)]
