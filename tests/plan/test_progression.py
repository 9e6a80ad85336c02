"""The facts of content 3.2 and 5.2 to 5.6, typed again as tables."""

from datetime import date
from itertools import pairwise

import pytest

from hipplan.errors import PlanRefusedError
from hipplan.plan.catalogue import MAIN_MOVES, MOVES
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Prescription, Programme
from hipplan.plan.progression import plan_programme
from hipplan.plan.timing import minutes, session_seconds

ALL_KIT = "mini-band,dumbbell"
COLUMN_A = "0.1 0.2 0.3 1.2 1.3 1.4 1.4 1.5 1.6 2.2 2.4 2.6"
COLUMN_B = "1.1 1.2 1.3 1.4 1.5 1.6 2.2 2.4 2.6 3.2 3.4 3.6"
COLUMN_C = "1.2 1.4 1.6 2.2 2.4 2.6 3.2 3.4 3.6 4.2 4.4 4.6"
DOSES = {
    1: ("2x8/45", "2x20/45", "2x4/90", (3, 4)),
    2: ("2x9/45", "2x20/45", "2x5/90", (4, 5)),
    3: ("2x10/45", "2x20/45", "2x6/90", (4, 5)),
    4: ("3x8/45", "2x20/45", "3x4/90", (4, 6)),
    5: ("3x9/45", "3x20/45", "3x5/75", (5, 6)),
    6: ("3x10/45", "3x20/45", "3x6/75", (5, 7)),
}
LADDER = {"clam": 1, "side-lunge-reach": 2}


def plan(**preferences: object) -> Programme:
    return plan_programme(Preferences.model_validate(preferences))


def walk(programme: Programme, move: str) -> list[str]:
    """Level and dose week by week, e.g. "1.4"; an easy week is "easy"."""
    steps = []
    for week in programme.weeks:
        done = next(p for session in week.sessions for p in session.prescriptions if p.move == move)
        steps.append("easy" if week.kind == "easy" else f"{done.level}.{done.dose}")
    return steps


def first(programme: Programme, week: int, move: str) -> Prescription:
    sessions = programme.weeks[week - 1].sessions
    return next(p for session in sessions for p in session.prescriptions if p.move == move)


def with_easy_weeks(column: str) -> list[str]:
    """The first eleven loading weeks of a plan of 16, easy weeks between, then the last week."""
    steps = column.split()
    return [*steps[0:3], "easy", *steps[3:6], "easy", *steps[6:9], "easy", *steps[9:12], steps[11]]


@pytest.mark.parametrize(
    ("preferences", "column"),
    [
        ({"easier": "squat-turn"}, COLUMN_A),
        ({"easier": "squat-turn", "level": "intermediate"}, COLUMN_A),
        ({}, COLUMN_B),
        ({"level": "intermediate"}, COLUMN_C),
    ],
)
def test_the_three_columns(preferences: dict[str, object], column: str) -> None:
    assert walk(plan(weeks=16, equipment=ALL_KIT, **preferences), "squat-turn") == with_easy_weeks(column)


def test_four_and_eight_weeks_of_a_novice() -> None:
    assert walk(plan(), "clam") == ["1.1", "1.2", "1.3", "1.4"]
    for move in MAIN_MOVES:
        assert walk(plan(weeks=8), move) == ["1.1", "1.2", "1.3", "easy", "1.4", "1.5", "1.6", "1.6"]


@pytest.mark.parametrize(
    ("weeks", "steps"),
    [(1, "1.2"), (2, "1.2 1.4"), (3, "1.2 1.4 1.6"), (4, "1.2 1.4 1.6 1.6"), (5, "1.2 1.4 1.6 easy 1.6")],
)
def test_the_last_week_never_starts_a_level(weeks: int, steps: str) -> None:
    assert walk(plan(weeks=weeks, level="intermediate"), "clam") == steps.split()


@pytest.mark.parametrize("dose", DOSES)
def test_a_dose_is_that_of_content_for_every_move(dose: int) -> None:
    programme = plan(weeks=8)
    week = next(w for w in programme.weeks if w.kind == "load" and w.sessions[0].prescriptions[0].dose == dose)
    assert {p.move for p in week.sessions[0].prescriptions} == set(MAIN_MOVES)
    for done in week.sessions[0].prescriptions:
        assert f"{done.sets}x{done.reps}/{done.rest_s}" == DOSES[dose][LADDER.get(done.move, 0)]
        assert done.effort == DOSES[dose][3]
        assert done.per_side


@pytest.mark.parametrize(
    ("kit", "caps"),
    [
        ("", [2, 2, 2, 2, 2]),
        ("mat,towel,chair,wall", [2, 2, 2, 2, 2]),
        ("mini-band", [2, 2, 2, 3, 3]),
        ("dumbbell", [4, 4, 4, 2, 2]),
        ("kettlebell", [4, 4, 4, 2, 2]),
        ("step", [2, 3, 3, 2, 2]),
        ("mini-band,kettlebell,step", [4, 4, 4, 3, 3]),
    ],
)
def test_kit_decides_the_highest_level(kit: str, caps: list[int]) -> None:
    programme = plan(weeks=16, level="intermediate", equipment=kit)
    assert [first(programme, 16, move).level for move in MAIN_MOVES] == caps


def test_a_capped_move_climbs_a_dose_a_week_and_stays_at_six() -> None:
    capped = plan(weeks=12, precautions="hip-osteoarthritis")
    assert walk(capped, "squat-turn") == [
        "0.1",
        "0.2",
        "0.3",
        "easy",
        "0.4",
        "0.5",
        "0.6",
        "easy",
        "0.6",
        "0.6",
        "0.6",
        "0.6",
    ]
    assert walk(plan(weeks=16, precautions="dysplasia"), "hinge-reach") == (
        [
            "0.1",
            "0.2",
            "0.3",
            "easy",
            "1.2",
            "1.3",
            "1.4",
            "easy",
            "1.4",
            "1.5",
            "1.6",
            "easy",
            "1.6",
            "1.6",
            "1.6",
            "1.6",
        ]
    )
    assert walk(plan(precautions="hip-osteoarthritis"), "squat-turn") == ["0.1", "0.2", "0.3", "0.4"]
    assert walk(plan(weeks=13), "clam")[8:] == ["2.2", "2.4", "2.6", "easy", "2.6"]
    assert walk(plan(weeks=14), "clam")[8:] == ["2.2", "2.4", "2.6", "easy", "2.6", "2.6"]


@pytest.mark.parametrize(
    ("kit", "move", "level", "load", "equipment", "tempo"),
    [
        ("", "squat-turn", 2, None, (), "2-3-2"),
        ("", "hinge-reach", 2, None, (), "3-2-2"),
        ("", "side-lunge-reach", 2, None, (), "3-1-2"),
        ("", "fire-hydrant", 2, None, (), "2-3-2"),
        ("", "clam", 2, None, (), "2-2-3"),
        ("mini-band", "squat-turn", 2, "light band", ("mini-band",), "2-1-2"),
        ("mini-band", "hinge-reach", 2, None, (), "3-2-2"),
        ("mini-band", "fire-hydrant", 2, "light band", ("mini-band",), "2-1-2"),
        ("mini-band", "clam", 2, "light band", ("mini-band",), "2-0-2"),
        ("mini-band", "fire-hydrant", 3, "next band", ("mini-band",), "2-1-2"),
        ("mini-band", "clam", 3, "next band", ("mini-band",), "2-0-2"),
        ("dumbbell,kettlebell,step", "hinge-reach", 2, "2 to 4 kg", ("dumbbell",), "2-1-2"),
        ("kettlebell,step", "hinge-reach", 3, "next weight", ("kettlebell",), "2-1-2"),
        ("step", "hinge-reach", 2, None, (), "3-2-2"),
        ("step", "hinge-reach", 3, None, ("step",), "2-1-2"),
        ("step", "side-lunge-reach", 3, None, ("step",), "2-1-2"),
        ("dumbbell", "side-lunge-reach", 2, "2 to 4 kg", ("dumbbell",), "2-1-2"),
        ("dumbbell", "side-lunge-reach", 4, "next weight", ("dumbbell",), "2-1-2"),
        ("dumbbell", "squat-turn", 2, None, (), "2-3-2"),
        ("dumbbell", "squat-turn", 3, "2 to 6 kg", ("dumbbell",), "2-1-2"),
        ("dumbbell", "squat-turn", 4, "next weight", ("dumbbell",), "2-1-2"),
    ],
)
def test_the_version_of_a_level_follows_the_kit(
    *,
    kit: str,
    move: str,
    level: int,
    load: str | None,
    equipment: tuple[str, ...],
    tempo: str,
) -> None:
    programme = plan(weeks=16, level="intermediate", equipment=kit)
    weeks = [w.number for w in programme.weeks if w.kind == "load"]
    done = next(p for p in (first(programme, week, move) for week in weeks) if p.level == level)
    assert (done.load, done.equipment, done.tempo) == (load, equipment, tempo)
    assert done.hold_s == (4 if move == "side-lunge-reach" else 0)


def test_an_easy_week_keeps_the_level_and_the_step_and_drops_weight_band_and_slow_tempo() -> None:
    loaded = plan(weeks=16, level="intermediate", equipment="mini-band,step")
    before, easy = loaded.weeks[10], loaded.weeks[11]
    assert easy.kind == "easy"
    pairs = list(zip(before.sessions[0].prescriptions, easy.sessions[0].prescriptions, strict=True))
    assert [(b.level, e.level) for b, e in pairs] == [(2, 2), (3, 3), (3, 3), (3, 3), (3, 3)]
    assert {e.dose for _, e in pairs} == {1}
    assert {e.effort for _, e in pairs} == {(0, 4)}
    assert [e.tempo for _, e in pairs] == ["2-1-2", "2-1-2", "2-1-2", "2-1-2", "2-0-2"]
    assert [e.load for _, e in pairs] == [None] * 5
    assert [e.equipment for _, e in pairs] == [(), ("step",), ("step",), (), ()]
    gone = plan(weeks=16, level="intermediate", equipment=ALL_KIT).weeks[11].sessions[0].prescriptions
    assert [e.equipment for e in gone] == [()] * 5
    assert not any(kit in e.variation.lower() for e in gone for kit in ("dumbbell", "light band", "stronger"))


def test_inward_options_follow_their_parents_and_keep_their_own_ladder() -> None:
    programme = plan(weeks=9, inward=True, easier="clam", precautions="wrist-shoulder")
    assert [p.move for p in programme.weeks[0].sessions[0].prescriptions] == list(MOVES)
    for move in ("clam-inward", "fire-hydrant-inward"):
        assert walk(programme, move) == ["1.1", "1.2", "1.3", "easy", "1.4", "1.4", "1.4", "easy", "1.4"]
    keen = plan(weeks=9, inward=True, level="intermediate")
    assert walk(keen, "clam-inward") == ["1.2", "1.4", "1.4", "easy", "1.4", "1.4", "1.4", "easy", "1.4"]
    done = first(keen, 1, "clam-inward")
    assert (done.sets, done.reps, done.rest_s, done.tempo, done.load) == (2, 9, 45, "2-1-2", None)
    easy = first(keen, 4, "clam-inward")
    assert (easy.sets, easy.reps, easy.level) == (2, 8, 1)


def test_a_cleared_inward_option_keeps_level_1() -> None:
    programme = plan(precautions="hip-osteoarthritis", inward=True, cleared="clam-inward")
    assert walk(programme, "clam-inward") == ["1.1", "1.2", "1.3", "1.4"]
    assert [left.move for left in programme.left_out] == ["fire-hydrant-inward"]


def test_an_inward_option_goes_with_its_parent_and_is_not_missed_when_not_asked_for() -> None:
    assert [left.move for left in plan(inward=True, skip="clam").left_out] == ["clam", "clam-inward"]
    assert [left.move for left in plan(skip="clam").left_out] == ["clam"]
    assert [left.move for left in plan(inward=True, skip="clam-inward").left_out] == ["clam-inward"]


@pytest.mark.parametrize(
    ("weeks", "easy", "aims"),
    [
        (1, [], ["Learn the moves"]),
        (4, [], ["Learn the moves", "Build", "Build", "Finish and test"]),
        (5, [4], ["Learn the moves", "Build", "Build", "Easy week and test", "Finish and test"]),
        (16, [4, 8, 12], None),
    ],
)
def test_easy_weeks_aims_and_tests(*, weeks: int, easy: list[int], aims: list[str] | None) -> None:
    programme = plan(weeks=weeks)
    assert [week.number for week in programme.weeks] == list(range(1, weeks + 1))
    assert [week.number for week in programme.weeks if week.kind == "easy"] == easy
    assert [week.number for week in programme.weeks if week.test] == sorted({1, *easy, weeks})
    if aims:
        assert [week.aim for week in programme.weeks] == aims


@pytest.mark.parametrize(
    ("preferences", "week", "duration", "marks"),
    [
        ({}, 1, 29, 14),
        ({}, 2, 31, 14),
        ({}, 3, 33, 14),
        ({}, 4, 39, 18),
        ({"weeks": 8}, 4, 29, 14),
        ({"weeks": 8}, 6, 45, 19),
        ({"weeks": 8}, 7, 48, 19),
        ({"log_detail": "simple"}, 4, 39, 9),
        ({"log_detail": "sides"}, 1, 29, 24),
        ({"weeks": 12, "level": "intermediate", "equipment": ALL_KIT}, 6, 39, 23),
    ],
)
def test_minutes_and_marks(*, preferences: dict[str, object], week: int, duration: int, marks: int) -> None:
    session = plan(**preferences).weeks[week - 1].sessions[0]
    assert (session.minutes, session.marks) == (duration, marks)


def test_half_a_minute_counts_as_a_minute() -> None:
    assert [minutes(seconds) for seconds in (1752, 1769, 1770, 2862)] == [29, 29, 30, 48]


def test_seconds_are_the_sum_in_content() -> None:
    first_session, last_session = (plan(weeks=8).weeks[n].sessions[0].prescriptions for n in (0, 6))
    assert session_seconds(first_session) == 255 * 3 + 415 + 332 + 240
    assert session_seconds(last_session) == 450 * 3 + 630 + 642 + 240
    split = plan(weeks=8, level="intermediate", sessions=4).weeks[2].sessions
    assert [session.minutes for session in split] == [30, 22, 30, 22]
    standing = plan(easier="squat-turn").weeks[0].sessions[0].prescriptions
    assert session_seconds(standing) - session_seconds(first_session) == 2 * 2 * 8 * (7 - 5)


@pytest.mark.parametrize(
    ("move", "more"),
    [("squat-turn", 2), ("hinge-reach", 2), ("side-lunge-reach", 2), ("fire-hydrant", 2), ("clam", 3)],
)
def test_slow_levels_take_longer(move: str, more: int) -> None:
    bare = first(plan(weeks=6, level="intermediate"), 5, move)
    kit = first(plan(weeks=6, level="intermediate", equipment=ALL_KIT), 5, move)
    if bare.tempo == kit.tempo:
        pytest.fail("nothing to compare")
    assert session_seconds([bare]) - session_seconds([kit]) == 2 * 2 * bare.reps * more


@pytest.mark.parametrize(
    ("preferences", "dates"),
    [
        ({"start": "2026-11-30"}, "2026-11-30 2026-12-02 2026-12-04"),
        ({"start": "2026-12-01"}, "2026-12-07 2026-12-09 2026-12-11"),
        ({"start": "2026-12-01", "days": "tue,thu,sat"}, "2026-12-01 2026-12-03 2026-12-05"),
        ({"start": "2026-12-31", "sessions": 2, "days": "wed,sun"}, "2027-01-06 2027-01-10"),
    ],
)
def test_dates_begin_on_the_first_session_day_on_or_after_the_start(preferences: dict[str, object], dates: str) -> None:
    programme = plan(**preferences)
    assert [str(session.date) for session in programme.weeks[0].sessions] == dates.split()
    for earlier, later in pairwise(programme.weeks):
        gaps = {b.date - a.date for a, b in zip(earlier.sessions, later.sessions, strict=True) if a.date and b.date}
        assert {gap.days for gap in gaps} == {7}


def test_days_are_in_the_data_and_dates_only_with_a_start() -> None:
    sessions = plan().weeks[0].sessions
    assert [session.day for session in sessions] == ["mon", "wed", "fri"]
    assert [session.date for session in sessions] == [None] * 3
    assert plan(start=date(2026, 11, 30)).weeks[3].sessions[2].date == date(2026, 12, 25)


def test_four_sessions_and_more_are_split_over_two_days() -> None:
    programme = plan(sessions=5, level="intermediate", inward=True)
    halves = {
        "A": ["squat-turn", "hinge-reach", "side-lunge-reach"],
        "B": ["fire-hydrant", "fire-hydrant-inward", "clam", "clam-inward"],
    }
    sessions = programme.weeks[0].sessions
    assert [session.split for session in sessions] == ["A", "B", "A", "B", "A"]
    for session in sessions:
        assert [p.move for p in session.prescriptions] == halves[str(session.split)]
    assert any("buttock muscles" in note for note in programme.notes)


@pytest.mark.parametrize(
    ("limit", "moves", "highest_dose"),
    [
        (None, 7, 4),
        (120, 7, 4),
        (53, 7, 4),
        (52, 7, 3),
        (43, 7, 3),
        (42, 6, 3),
        (38, 6, 3),
        (37, 5, 3),
        (33, 5, 3),
        (32, 4, 3),
        (26, 4, 3),
        (25, 3, 3),
        (21, 3, 3),
        (20, 2, 3),
        (15, 2, 3),
    ],
)
def test_the_time_limit_first_caps_doses_then_leaves_moves_out(
    limit: int | None, moves: int, highest_dose: int
) -> None:
    programme = plan(inward=True, max_minutes=limit)
    kept = [p.move for p in programme.weeks[0].sessions[0].prescriptions]
    order = ["fire-hydrant-inward", "clam-inward", "clam", "fire-hydrant", "side-lunge-reach"]
    assert set(MOVES) - set(kept) == set(order[: 7 - moves])
    assert max(p.dose for week in programme.weeks for p in week.sessions[0].prescriptions) == highest_dose
    assert {left.move for left in programme.left_out} == set(MOVES) - set(kept)


def test_a_time_limit_that_cannot_be_met_names_the_shortest_that_can() -> None:
    tight = {"skip": "hinge-reach,fire-hydrant,clam", "weeks": 8}
    with pytest.raises(PlanRefusedError) as caught:
        plan(max_minutes=15, **tight)
    assert str(caught.value) == "max_minutes: should be at least 17, the shortest this plan can be (got 15)"
    assert plan(max_minutes=17, **tight)
    with pytest.raises(PlanRefusedError):
        plan(max_minutes=16, **tight)


def test_a_split_plan_keeps_a_move_on_each_day_under_a_time_limit() -> None:
    programme = plan(sessions=4, level="intermediate", max_minutes=15, skip="hinge-reach")
    assert [[p.move for p in session.prescriptions] for session in programme.weeks[0].sessions[:2]] == [
        ["squat-turn"],
        ["fire-hydrant"],
    ]


@pytest.mark.parametrize(
    ("preferences", "words"),
    [
        ({"precautions": "recent-fracture"}, ["fewer than two", "recent-fracture leaves out", "cannot be cleared"]),
        ({"precautions": "under-18"}, ["fewer than two", "under-18 leaves out", "until a clinician clears"]),
        ({"skip": "clam,squat-turn,hinge-reach,fire-hydrant"}, ["fewer than two", "skip leaves out"]),
        ({"precautions": "pelvic-girdle-pain", "skip": "clam", "inward": True}, ["pelvic-girdle-pain", "skip"]),
        ({"sessions": 4, "level": "intermediate", "skip": "clam,fire-hydrant"}, ["day B has none", "clam is left out"]),
        (
            {"sessions": 6, "level": "intermediate", "precautions": "pelvic-girdle-pain", "cleared": "fire-hydrant"},
            ["day A has none", "squat-turn is left out"],
        ),
    ],
)
def test_a_plan_with_too_little_left_is_refused_with_every_reason(
    preferences: dict[str, object], words: list[str]
) -> None:
    with pytest.raises(PlanRefusedError) as caught:
        plan(**preferences)
    assert [word for word in words if word not in str(caught.value)] == []


@pytest.mark.parametrize(
    ("preferences", "note"),
    [
        ({"weeks": 3}, "learning the moves"),
        ({"weeks": 5}, "learning and settling"),
        ({"weeks": 13}, "at week 12"),
        ({"sessions": 1}, "Two or more is advised"),
        ({"weeks": 8}, "48 minutes"),
        ({"max_minutes": 30}, "30 minutes"),
        ({"equipment": "step"}, "does not use the low step"),
        ({"weeks": 16, "equipment": "step,dumbbell"}, "does not use the low step"),
        ({"precautions": "falls-risk"}, "Do not train alone"),
    ],
)
def test_a_plan_says_what_it_is_not(preferences: dict[str, object], note: str) -> None:
    assert any(note in words for words in plan(**preferences).notes)


def test_a_plan_of_six_to_twelve_weeks_with_the_kit_it_uses_has_nothing_to_add() -> None:
    assert plan(weeks=6, skip="clam").notes == ()


@pytest.mark.parametrize(
    ("preferences", "week", "move", "reason"),
    [
        ({}, 1, "clam", "Week 1 starts at level 1, dose 1."),
        ({}, 2, "clam", "The dose goes from 1 to 2."),
        ({"weeks": 8}, 4, "clam", "This is an easy week"),
        ({"weeks": 8}, 8, "clam", "The last week starts no new level."),
        ({"weeks": 9}, 9, "clam", "The last week starts no new level."),
        ({"weeks": 10}, 9, "clam", "Level 2 is new, so the dose is 2."),
        ({"weeks": 10}, 9, "clam", "No kit is at hand"),
        ({"weeks": 10, "equipment": "mini-band"}, 9, "clam", "This level uses the loop band."),
        ({"weeks": 14}, 13, "clam", "Level 3 needs kit"),
        ({"weeks": 16, "equipment": "mini-band", "level": "intermediate"}, 13, "clam", "Level 3 is the top level"),
        ({"easier": "clam"}, 1, "clam", "It starts at level 0, as asked."),
        ({"weeks": 10, "easier": "clam"}, 9, "clam", "It stays the same, to settle in."),
        ({"precautions": "knee-pain"}, 1, "squat-turn", "It starts at level 0 because of this: knee pain."),
        ({"precautions": "knee-pain"}, 4, "squat-turn", "It stays at level 0 because of this: knee pain."),
        ({"precautions": "dysplasia", "cleared": "squat-turn"}, 1, "squat-turn", "A clinician cleared this move."),
        ({"max_minutes": 35}, 4, "clam", "Dose 3 is the most that fits into 35 minutes."),
        ({"inward": True}, 1, "clam-inward", "It was asked for."),
    ],
)
def test_a_prescription_says_which_rules_made_it(
    preferences: dict[str, object], week: int, move: str, reason: str
) -> None:
    assert any(said.startswith(reason) for said in first(plan(**preferences), week, move).reasons)


def test_a_capped_move_does_not_blame_the_last_week() -> None:
    assert first(plan(precautions="hip-osteoarthritis"), 4, "squat-turn").reasons == (
        "The dose goes from 3 to 4.",
        "It stays at level 0 because of this: hip osteoarthritis.",
    )
