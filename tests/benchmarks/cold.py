"""Whole processes: one workbook by hipplan and by Typst, and the help beside an empty process."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.taking import Figure, paired, process_took
from benchmarks.typst.twin import FONTS, TEMPLATE, data_of, figures
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme

COLD_TYPST = """
import sys
from typst import Compiler
template, fonts, figures, data, pdf = sys.argv[1:]
made = Compiler(template, root="/", font_paths=[fonts], ignore_system_fonts=True)
made.compile(output=pdf, format="pdf", sys_inputs={"file": data, "figures": figures})
"""
"""The least that makes the pages from Python; a compiler of Typst on the path is measured too."""


def cold(rounds: int) -> Iterator[Figure]:
    """A build beside Typst with the same pages, the help beside an empty process, by each way to start hipplan."""
    empty = [sys.executable, "-c", "pass"]
    with tempfile.TemporaryDirectory() as folder:
        data, pdf = Path(folder, "data.json"), Path(folder, "a.pdf")
        data.write_text(data_of(plan_programme(parse_preferences({}))), encoding="utf-8")
        for name, start in _starts().items():
            build = [*start, "build", "--quiet", "--force", "-o", str(pdf)]
            process_took(build)  # the first after an installation also compiles
            for rival, words in _rivals(data, pdf).items():
                found = paired(rounds, partial(process_took, build), partial(process_took, words))
                yield f"cold, {name} build beside {rival}", found.beside("at most 3")
            found = paired(rounds, partial(process_took, [*start, "--help"]), partial(process_took, empty))
            yield f"cold, {name} --help beside python -c pass", found.beside("at most 6")


def _starts() -> dict[str, list[str]]:
    starts = {"python -m hipplan": [sys.executable, "-m", "hipplan"]}
    script = Path(sys.executable).with_name("hipplan")
    return starts | ({"hipplan": [str(script)]} if script.exists() else {})


def _rivals(data: Path, pdf: Path) -> dict[str, list[str]]:
    python = [sys.executable, "-c", COLD_TYPST, *map(str, (TEMPLATE, FONTS, figures(), data, pdf))]
    rivals = {"Typst in Python": python}
    program = shutil.which("typst")
    if program:
        told = ["--input", f"file={data}", "--input", f"figures={figures()}"]
        words = ["compile", "--root", "/", "--ignore-system-fonts", "--font-path", str(FONTS), *told]
        rivals["Typst's own program"] = [program, *words, str(TEMPLATE), str(pdf)]
    return rivals
