"""Goals, notes for a move, and the country whose emergency number is printed."""

import pytest

from hipplan.errors import PreferencesError
from hipplan.plan.emergency import emergency_numbers
from hipplan.plan.preferences import PERSONAL_LINES, Preferences, parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.plan.written import note_for
from hipplan.resources import read_toml

MOVES = "squat-turn, hinge-reach, side-lunge-reach, fire-hydrant, fire-hydrant-inward, clam, clam-inward"


def refusal(**data: object) -> str:
    with pytest.raises(PreferencesError) as caught:
        parse_preferences(data)
    assert len(caught.value.problems) == 1
    return str(caught.value)


def test_goals_come_one_a_line_or_one_an_entry_and_keep_their_commas() -> None:
    assert Preferences(goals="climb stairs, slowly\r\n\n  dance ").goals == ("climb stairs, slowly", "dance")
    assert Preferences(goals=["dance", "climb"]).goals == ("dance", "climb")
    assert Preferences(goals="  ").goals == ()
    assert Preferences(goals="Zoe\u0308").goals == ("Zo\u00eb",)


def test_notes_for_a_move_come_as_a_table_or_as_lines() -> None:
    wanted = ("squat-turn: rail: in reach", "clam: keep the pillow")
    assert Preferences(notes_for={"clam": " keep the\npillow", "squat-turn": "rail: in reach"}).notes_for == wanted
    assert Preferences(notes_for=["clam=keep the pillow", "squat-turn : rail: in reach"]).notes_for == wanted
    assert Preferences(notes_for="clam:keep the pillow\nsquat-turn=rail: in reach").notes_for == wanted
    assert note_for(wanted, "clam") == "keep the pillow"
    assert note_for(wanted, "squat-turn") == "rail: in reach"
    assert note_for(wanted, "clam-inward") == ""


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({"goals": ["secret"] * 4}, "goals: should hold at most 3 entries (got …)"),
        ({"goals": "secret" + "x" * 75}, "goals: should be at most 80 characters each (got …)"),
        ({"goals": {"secret": 1}}, "goals: should be a list (got …)"),
        ({"goals": ["secret\u202e"]}, "goals: should hold no control or invisible characters (got …)"),
        ({"notes_for": {"clam": "secret" + "x" * 155}}, "notes_for: should be at most 160 characters for each move"),
        ({"notes_for": ["clam: secret\x07"]}, "notes_for: should hold no control or invisible characters (got …)"),
        ({"notes_for": {"clam": 3}}, "notes_for: should be a list (got …)"),
        *(
            ({"notes_for": bad}, f'such as "clam: keep the pillow"; the moves are {MOVES} (got …)')
            for bad in ("secret", "secret: a", ["clam: secret", "clam: b"], {"plank": "secret"}, "clam:")
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_in_one_line_that_does_not_repeat_it(data: dict[str, object], line: str) -> None:
    assert line in refusal(**data)
    assert "secret" not in refusal(**data)


def test_they_are_no_part_of_the_programme() -> None:
    plain = plan_programme(Preferences())
    written = plan_programme(Preferences(goals="dance", notes_for="clam: slowly", emergency_country="NZ"))
    assert set(PERSONAL_LINES) == {"goals", "notes_for"}
    assert written.id == plain.id
    assert written.weeks == plain.weeks


def test_a_country_gives_its_number_and_a_number_that_was_given_wins() -> None:
    assert Preferences(emergency_country="gb").emergency_number == "999 or 112"
    assert Preferences(emergency_country="FR").emergency_number == "112"
    assert Preferences(emergency_country="FR", emergency="15").emergency_number == "15"
    assert Preferences().emergency_number is None


def test_an_unknown_country_is_refused_with_those_that_are_known() -> None:
    line = refusal(emergency_country="XX")
    assert line.startswith("emergency_country: should be one of AT, AU, BE, ")
    assert line.endswith("SE, SI, SK or US, or give the number itself as emergency (got XX)")


def test_every_number_has_a_source_and_fits_the_line_it_is_printed_in() -> None:
    rows = read_toml("assets", "emergency.toml")["numbers"]
    assert len(rows) > 5
    assert all(row["source"].strip() and row["countries"] for row in rows)
    codes = [code for row in rows for code in row["countries"]]
    assert len(codes) == len(set(codes)) == len(emergency_numbers())
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in codes)
    assert all(len(number) <= 30 for number in emergency_numbers().values())
