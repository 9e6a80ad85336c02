import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hipplan.errors import PreferencesError
from hipplan.plan.preferences import PERSONAL_TEXT, Preferences, parse_preferences


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({"weeks": 40}, "weeks: should be at most 16 (got 40)"),
        ({"weeks": 0}, "weeks: should be at least 1 (got 0)"),
        ({"weeks": True}, "weeks: should be a number (got true)"),
        ({"weeks": 3.5}, "weeks: should be a whole number (got 3.5)"),
        ({"weeks": "many"}, "weeks: should be a whole number (got many)"),
        ({"sessions": 7}, "sessions: should be at most 6 (got 7)"),
        ({"wekks": 3}, "wekks: no such preference; did you mean weeks?"),
        ({"max-minutes": 30}, "max-minutes: no such preference; did you mean max_minutes?"),
        ({"equipment": "mini-bnad"}, "(got mini-bnad); did you mean mini-band?"),
        ({"days": "Monday"}, "days: should be one of mon, tue, wed, thu, fri, sat, sun (got Monday)"),
        ({"easier": ["clam-inward"]}, "easier: should be one of squat-turn"),
        ({"one_leg_stand": "nan"}, "one_leg_stand: should be a number (got nan)"),
        ({"one_leg_stand": 301}, "one_leg_stand: should be at most 300"),
        ({"inward": "perhaps"}, "inward: should be true or false (got perhaps)"),
        ({"start": "1700000000"}, "start: should be a date such as 2026-11-30 (got 1700000000)"),
        ({"start": 20261130}, "start: should be a date such as 2026-11-30"),
        ({"start": "2026-02-30"}, "start: should be a date such as 2026-11-30 (got 2026-02-30)"),
        ({"start": "1999-12-31"}, "start: should be at least 2000-01-01"),
        ({"review": "2101-01-01"}, "review: should be at most 2100-12-31"),
        ({"max_minutes": 14}, "max_minutes: should be at least 15 (got 14)"),
        ({"hip": "lft"}, "hip: should be one of left, right, both (got lft); did you mean left?"),
        (
            {"sessions": 5},
            "sessions: should be at most 3 for a novice (got 5); choose 3 or fewer, or level intermediate",
        ),
        ({"pain_ok": 3, "pain_stop": 3}, "pain_ok: should be below pain_stop, which is 3 (got 3)"),
        ({"pain_stop": 6}, "pain_stop: should be at most 5 (got 6)"),
        ({"days": "mon, wed"}, "days: should name 3 different days for sessions = 3 (got 2: mon, wed)"),
        ({"days": "mon,tue,fri"}, "mon and tue share moves"),
        ({"days": "mon,wed,sun"}, "sun and mon share moves"),
        ({"level": "intermediate", "sessions": 5, "days": "mon,wed,fri,sat,sun"}, "sun and mon share moves"),
    ],
)
def test_a_bad_value_gets_one_line_that_names_field_value_and_way_out(data: dict[str, object], line: str) -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_preferences(data)
    assert len(caught.value.problems) == 1
    assert line in str(caught.value)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_preferences({"weeks": 40, "wekks": 1, "hip": "up", "pain_ok": 4, "pain_stop": 2})
    starts = {problem.split(":")[0] for problem in caught.value.problems}
    assert starts == {"weeks", "wekks", "hip", "pain_ok"}


def test_a_contradiction_with_a_field_that_is_wrong_anyway_is_not_told() -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_preferences({"sessions": 9, "days": "mon,tue,wed,thu"})
    assert [problem.split(":")[0] for problem in caught.value.problems] == ["sessions"]


def test_a_line_starts_with_where_the_value_came_from() -> None:
    with pytest.raises(PreferencesError, match=r"^plan\.toml: weeks: should be at most 16"):
        parse_preferences({"weeks": 40}, origins={"weeks": "plan.toml: weeks"})


@pytest.mark.parametrize("field", PERSONAL_TEXT)
@pytest.mark.parametrize("value", ["secret " * 100, "secret\x07", ["secret"]])
def test_what_people_wrote_is_never_repeated_in_a_message(field: str, value: object) -> None:
    with pytest.raises(PreferencesError) as caught:
        parse_preferences({field: value})
    assert str(caught.value).startswith(f"{field}: ")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\t", "\u202e", "\u200b", "\u2028", "\ud800", "\u00ad", "\x7f", "\x85"]
)
def test_control_and_invisible_characters_are_refused(letter: str) -> None:
    with pytest.raises(ValidationError):
        Preferences(name=f"a{letter}b")
    with pytest.raises(ValidationError):
        Preferences(notes=f"a{letter}b")


def test_new_lines_are_for_notes_only() -> None:
    assert Preferences(notes=" a\r\nb\rc\n").notes == "a\nb\nc"
    with pytest.raises(ValidationError):
        Preferences(clinic="a\nb")


def test_text_is_trimmed_and_nothing_left_is_nothing_said() -> None:
    preferences = Preferences(name="  Zoe\u0308 ", phone="  ")
    assert preferences.name == "Zo\u00eb"
    assert preferences.phone is None


def test_lists_take_commas_and_lose_doubles() -> None:
    assert Preferences(equipment="step, mini-band,step").equipment == ("mini-band", "step")
    assert Preferences(equipment=["step, wall", "mini-band"]).equipment == ("mini-band", "step", "wall")
    assert Preferences(days="fri,mon,wed").days == ("mon", "wed", "fri")


def test_switches_take_true_and_false_in_words() -> None:
    assert Preferences(inward="true").inward is True
    assert Preferences(inward="false").inward is False


def test_preferences_are_frozen_and_hash_alike() -> None:
    one, other = Preferences(skip=("clam", "squat-turn")), Preferences(skip=("squat-turn", "clam"))
    assert one == other
    assert hash(one) == hash(other)
    with pytest.raises(ValidationError):
        one.weeks = 5  # type: ignore[misc]


def test_every_field_has_a_description_and_a_group() -> None:
    fields = Preferences.model_fields
    assert list(fields)[:4] == ["weeks", "sessions", "equipment", "level"]
    assert list(fields)[-7:] == ["paper", "log_detail", "text_size", "hand", "grey", "duplex", "spare_weeks"]
    groups = [field.json_schema_extra["group"] for field in fields.values()]
    assert list(dict.fromkeys(groups)) == ["plan", "people", "paper"]
    assert groups == sorted(groups, key=["plan", "people", "paper"].index)
    assert all(field.description.endswith(".") for field in fields.values())


@given(st.from_type(Preferences))
def test_preferences_survive_json(preferences: Preferences) -> None:
    assert parse_preferences(preferences.model_dump(mode="json")) == preferences


@given(
    st.dictionaries(
        st.sampled_from([*Preferences.model_fields, "wekks"]),
        st.booleans()
        | st.floats()
        | st.binary()
        | st.dates()
        | st.datetimes()
        | st.text()
        | st.integers()
        | st.lists(st.text(), max_size=3)
        | st.none(),
    )
)
def test_whatever_comes_in_is_read_or_refused_in_lines(data: dict[str, object]) -> None:
    problems: tuple[str, ...] = ("weeks: none",)
    try:
        parse_preferences(data)
    except PreferencesError as error:
        problems = error.problems
    assert problems
    assert all("\n" not in problem and ": " in problem for problem in problems)
