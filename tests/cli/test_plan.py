import json
from collections.abc import Callable

from click.testing import Result

from hipplan.plan.edit import read_programme
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme

Run = Callable[..., Result]


def test_the_table_gives_the_numbers_of_every_move(run: Run) -> None:
    result = run("plan")
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    week = lines[lines.index("Week 4: Finish and test") :]
    assert week[1] == "  Mon, Wed, Fri: 39 minutes, effort 4 to 6 of 10"
    assert week[2].split("  ")[2] == "Squat and turn"
    doses = [" ".join(line[33:].split()) for line in week[2:7]]
    assert doses == [
        "level 1 3 x 8 rest 45 s 2-1-2",
        "level 1 3 x 8 rest 45 s 2-1-2",
        "level 1 3 x 4 rest 90 s 2-1-2",
        "level 1 3 x 8 rest 45 s 2-1-2",
        "level 1 2 x 20 rest 45 s 2-0-2",
    ]


def test_the_table_fits_a_terminal_for_a_long_plan_too(run: Run) -> None:
    words = ("--weeks", "16", "--level", "intermediate", "--sessions", "6", "--inward")
    text = run("plan", "--why", *words, "--equipment", "mini-band,dumbbell", "--precautions", "wrist-shoulder").stdout
    assert text.count("Week") >= 16
    assert max(map(len, text.splitlines())) <= 80


def test_weeks_that_are_the_same_stand_together(run: Run) -> None:
    words = ("--weeks", "12", "--precautions", "hip-replacement-cleared", "--skip", "hinge-reach,clam")
    assert "\nWeeks 9 to 11: Build\n" in run("plan", *words).stdout
    assert "\nWeek 10: Build\n" in run("plan", *words, "--start", "2026-11-30").stdout, "the dates differ"


def test_kinds_of_day_and_dates_are_told(run: Run) -> None:
    words = ("--sessions", "4", "--level", "intermediate", "--start", "2026-11-30")
    text = run("plan", *words).stdout
    assert "  Day A, Mon 2026-11-30, Thu 2026-12-03: " in text
    assert "  Day B, Tue 2026-12-01, Fri 2026-12-04: " in text


def test_an_easy_week_asks_for_little(run: Run) -> None:
    text = run("plan", "--weeks", "5").stdout
    assert "Week 4: Easy week and test\n  Mon, Wed, Fri: 29 minutes, effort at most 4 of 10\n" in text


def test_why_gives_each_reason_and_does_not_repeat_it(run: Run) -> None:
    plain, why = run("plan").stdout, run("plan", "--why", "--precautions", "knee-pain").stdout
    assert "Why:" not in plain
    how = "How: Sit back to a chair."
    assert why.count(how) == 1
    assert "Why: Week 1 starts at level 0, dose 1." in why
    assert "Why: The dose goes from 1 to 2." in why


def test_what_is_left_out_and_the_notes_end_the_table(run: Run) -> None:
    text = " ".join(run("plan", "--precautions", "fai").stdout.split())
    assert "Left out: Squat and turn. Your physio or doctor must clear it first" in text
    assert text.endswith("Strength takes longer.")


def test_json_is_the_programme_itself(run: Run) -> None:
    result = run("plan", "--format", "json", "--weeks", "6")
    data = json.loads(result.stdout)
    assert list(data) == ["schema", "id", "preferences", "weeks", "left_out", "notes"]
    assert read_programme(result.stdout, allow_outside=False) == plan_programme(Preferences(weeks=6))
    assert result.stdout.startswith('{\n  "schema": "hipplan.programme/1",\n')
