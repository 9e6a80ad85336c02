"""How fast and how large. These print figures and never fail on one; the README says how to run them."""

import subprocess
import sys
import time
import tracemalloc
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from hipplan.figures import library
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render

ROUNDS = 7
PLANS = {
    "default": {},
    "12 weeks on Letter": {"weeks": 12, "level": "intermediate", "equipment": "mini-band,dumbbell", "paper": "letter"},
    "16 weeks of 6": {"weeks": 16, "sessions": 6, "level": "intermediate", "equipment": "mini-band,dumbbell"},
}


def say(words: str) -> None:
    sys.stdout.write(f"\n    {words}")


def process_ms(*words: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def median_ms(benchmark: BenchmarkFixture) -> float:
    assert benchmark.stats
    return float(benchmark.stats.stats.median) * 1000


def test_a_cold_build_against_an_empty_process(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    build = ("-m", "hipplan", "build", "--force", "-o", str(tmp_path / "a.pdf"))
    process_ms(*build)  # the first run after an installation also compiles
    pairs = [(process_ms(*build), process_ms("-c", "pass")) for _ in range(ROUNDS)]  # in turns, as load changes
    ratio = median(cold / empty for cold, empty in pairs)
    say(f"cold build {median(cold for cold, _ in pairs):.0f} ms, {ratio:.0f} times python -c pass")
    benchmark.extra_info["times python -c pass"] = ratio
    benchmark(process_ms, *build)


@pytest.mark.parametrize("name", PLANS)
def test_a_cold_check(name: str, benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    workbook = render(plan_programme(parse_preferences(PLANS[name])))
    file = tmp_path / "a.pdf"
    file.write_bytes(workbook.pdf)
    check = ("-c", f"from hipplan.checking.guarded import check; check(open({str(file)!r}, 'rb').read())")
    say(f"cold check of {name}, {workbook.pages} pages: {median(process_ms(*check) for _ in range(3)):.0f} ms")
    benchmark(process_ms, *check)


@pytest.mark.parametrize("words", ["--version", "build --help", "plan"])
def test_a_cold_command_that_draws_nothing(words: str, benchmark: BenchmarkFixture) -> None:
    command = ("-m", "hipplan", *words.split())
    say(f"cold {words}: {median(process_ms(*command) for _ in range(ROUNDS)):.0f} ms")
    benchmark(process_ms, *command)


@pytest.mark.parametrize("module", ["hipplan.cli", "hipplan.plan.progression", "hipplan.workbook.document"])
def test_the_import_of(module: str, benchmark: BenchmarkFixture) -> None:
    pairs = [(process_ms("-c", f"import {module}"), process_ms("-c", "pass")) for _ in range(ROUNDS)]
    say(f"import {module}: {median(loaded - empty for loaded, empty in pairs):.0f} ms over python -c pass")
    benchmark(process_ms, "-c", f"import {module}")


@pytest.mark.parametrize("name", PLANS)
def test_a_warm_workbook(name: str, benchmark: BenchmarkFixture) -> None:
    preferences = parse_preferences(PLANS[name])
    workbook = render(plan_programme(preferences))
    benchmark(lambda: render(plan_programme(preferences)))
    warm_ms = median_ms(benchmark)
    size = f"{len(workbook.pdf) / 1000:.0f} kB, {workbook.pages} pages"
    say(f"{name}: {size}, {warm_ms:.0f} ms a workbook, {warm_ms / workbook.pages:.2f} ms a page")
    benchmark.extra_info["bytes"] = len(workbook.pdf)
    benchmark.extra_info["pages"] = workbook.pages


@pytest.mark.parametrize("name", PLANS)
def test_the_pictures_against_a_workbook_without_them(name: str, benchmark: BenchmarkFixture) -> None:
    programme = plan_programme(parse_preferences(PLANS[name]))

    def ms(*, illustrated: bool) -> float:
        start = time.perf_counter()
        render(programme, illustrated=illustrated)
        return (time.perf_counter() - start) * 1000

    ms(illustrated=True)  # the first run reads the files
    pairs = [(ms(illustrated=True), ms(illustrated=False)) for _ in range(5 * ROUNDS)]  # in turns, as load changes
    ratio = median(with_them / without for with_them, without in pairs)
    more = len(render(programme).pdf) - len(render(programme, illustrated=False).pdf)
    say(f"{name}: {ratio:.2f} times the time without pictures, {more / 1000:.0f} kB more")
    benchmark.extra_info["times without pictures"] = ratio
    benchmark(render, programme)


def test_the_first_reading_of_all_pictures(benchmark: BenchmarkFixture) -> None:
    def read() -> int:
        library.drawing.cache_clear()
        return sum(len(library.drawing(key).form.stream) for key in library.shipped())

    size = read()
    benchmark(read)
    say(f"{len(library.shipped())} pictures, {size / 1000:.0f} kB deflated, read in {median_ms(benchmark):.0f} ms")


def test_the_planning_alone(benchmark: BenchmarkFixture) -> None:
    preferences = parse_preferences(PLANS["16 weeks of 6"])
    benchmark(plan_programme, preferences)
    say(f"planning 16 weeks of 6 sessions: {median_ms(benchmark):.1f} ms")


def test_the_memory_of_a_process(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    code = (
        "import resource\n"
        "from hipplan.cli import main\n"
        f"main(['build', '--quiet', '--force', '-o', {str(tmp_path / 'a.pdf')!r}], standalone_mode=False)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    programme = plan_programme(parse_preferences(PLANS["16 weeks of 6"]))
    tracemalloc.start()
    render(programme)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    say(f"peak of a cold build {int(done.stdout) / 1000:.0f} MB; drawing 16 weeks of 6 takes {peak / 1e6:.1f} MB")
    benchmark(process_ms, "-c", code)
