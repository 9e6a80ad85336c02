import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hipplan.plan.preferences import Preferences, parse_preferences
from hipplan.preference_guide import GROUPS, entries

Run = Callable[..., Result]
# For each preference a value that is not the default, as an option takes it and as TOML holds it.
OTHER = {
    "weeks": ("8", "8"),
    "sessions": ("2", "2"),
    "equipment": ("mini-band,step", '["mini-band", "step"]'),
    "level": ("intermediate", '"intermediate"'),
    "easier": ("clam", '"clam"'),
    "one_leg_stand": ("12.5", "12.5"),
    "precautions": ("knee-pain", '["knee-pain"]'),
    "cleared": ("clam", '["clam"]'),
    "inward": (None, "true"),
    "skip": ("clam", '["clam"]'),
    "hip": ("left", '"left"'),
    "first_side": ("left", '"left"'),
    "max_minutes": ("45", "45"),
    "start": ("2026-11-30", "2026-11-30"),
    "days": ("mon,wed,fri", '["mon", "wed", "fri"]'),
    "pain_ok": ("1", "1"),
    "pain_stop": ("4", "4"),
    "name": ("Sam Example", '"Sam Example"'),
    "id": ("A-17", '"A-17"'),
    "clinician": ("Alex Example", '"Alex Example"'),
    "clinic": ("Example Physiotherapy", '"Example Physiotherapy"'),
    "phone": ("020 7946 0123", '"020 7946 0123"'),
    "emergency": ("112", '"112"'),
    "emergency_country": ("gb", '"GB"'),
    "review": ("2026-12-28", "2026-12-28"),
    "notes": ("Slowly.", '"Slowly."'),
    "notes_for": ("clam=keep the pillow", '{ clam = "keep the pillow" }'),
    "goals": ("Climb stairs, slowly", '["Climb stairs, slowly"]'),
    "paper": ("letter", '"letter"'),
    "log_detail": ("sides", '"sides"'),
    "text_size": ("large", '"large"'),
    "hand": ("left", '"left"'),
    "grey": (None, "true"),
    "duplex": (None, "true"),
    "spare_weeks": ("2", "2"),
}


def preferences_of(result: Result) -> Preferences:
    assert result.exit_code == 0, result.stderr
    return parse_preferences(json.loads(result.stdout)["preferences"])


def show(run: Run, *words: str) -> Preferences:
    return preferences_of(run("plan", "--format", "json", *words))


def test_the_table_of_other_values_is_complete() -> None:
    assert list(OTHER) == list(Preferences.model_fields)


@pytest.mark.parametrize("key", OTHER)
def test_every_preference_is_an_option_and_a_key_of_the_file(key: str, run: Run, folder: Path) -> None:
    option, toml = OTHER[key]
    name = "--" + key.replace("_", "-")
    from_option = show(run, name) if option is None else show(run, name, option)
    (folder / "plan.toml").write_text(f"{key} = {toml}\n")
    from_file = show(run, "plan.toml")
    assert from_option == from_file
    assert from_option != Preferences()
    assert getattr(from_option, key) != getattr(Preferences(), key)


def test_an_option_wins_over_the_file_and_the_file_over_the_default(run: Run, folder: Path) -> None:
    (folder / "plan.toml").write_text('weeks = 8\nsessions = 2\nequipment = ["step"]\n')
    found = show(run, "plan.toml", "--weeks", "6", "--equipment", "mini-band")
    assert (found.weeks, found.sessions, found.equipment, found.level) == (6, 2, ("mini-band",), "novice")


def test_an_option_turns_off_what_the_file_turned_on(run: Run, folder: Path) -> None:
    (folder / "plan.toml").write_text("inward = true\n")
    assert show(run, "plan.toml").inward
    assert not show(run, "plan.toml", "--no-inward").inward


def test_a_list_repeats_or_takes_commas(run: Run) -> None:
    again = show(run, "--equipment", "step", "--equipment", "mini-band")
    assert again == show(run, "--equipment", "mini-band, step")
    assert again.equipment == ("mini-band", "step")


def test_help_shows_every_option_in_its_group_with_its_default(run: Run) -> None:
    for command in ("build", "plan"):
        text = run(command, "--help").stdout
        titles = [f"\n{title}:\n" for title in (*GROUPS.values(), "Output and help")]
        places = [text.index(title) for title in titles]
        assert places == sorted(places)
        for entry in entries():
            title = f"\n{GROUPS[entry.group]}:\n"
            section = text[text.index(title) :].split("\n\n")[0] if title in text else ""
            assert f"  {entry.option} " in section
            if entry.default is not None:
                described = section[section.index(f"  {entry.option} ") :]
                assert f"[default: {entry.default}]" in " ".join(described.split())


def test_help_breaks_no_line_inside_a_word_to_copy(run: Run) -> None:
    text = run("build", "--help").stdout
    assert "squat-turn" in text
    assert not [line for line in text.splitlines() if line.endswith("-")]
    assert max(map(len, text.splitlines())) <= 80
