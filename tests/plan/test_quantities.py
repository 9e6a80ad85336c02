import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hipplan.errors import PlanRefusedError
from hipplan.plan import quantities
from hipplan.plan.edit import programme_json, read_programme
from hipplan.plan.preferences import Precaution, Preferences
from hipplan.plan.programme import Programme
from hipplan.plan.progression import plan_programme


def plan(**preferences: object) -> Programme:
    return plan_programme(Preferences.model_validate(preferences))


@pytest.mark.parametrize(
    ("preferences", "minutes", "marks"),
    [({}, (30, 40), (14, 18)), ({"weeks": 1}, (30, 30), (14, 14)), ({"weeks": 8}, (30, 50), (14, 19))],
)
def test_ranges_of_minutes_and_marks(
    *, preferences: dict[str, object], minutes: tuple[int, int], marks: tuple[int, int]
) -> None:
    assert quantities.session_minutes_range(plan(**preferences)) == minutes
    assert quantities.marks_range(plan(**preferences)) == marks


def test_moves_are_counted_in_session_order() -> None:
    assert quantities.moves_in(plan(inward=True, skip="hinge-reach,clam")) == (
        "squat-turn",
        "side-lunge-reach",
        "fire-hydrant",
        "fire-hydrant-inward",
    )


def test_neighbouring_weeks_with_the_same_dose_share_a_row_and_an_easy_week_does_not() -> None:
    rows = quantities.dose_rows(plan(weeks=8), "clam")
    assert [(r.first_week, r.last_week, r.sets, r.reps, r.kind) for r in rows] == [
        (1, 3, 2, 20, "load"),
        (4, 4, 2, 20, "easy"),
        (5, 5, 2, 20, "load"),
        (6, 8, 3, 20, "load"),
    ]
    loads = [row.load for row in quantities.dose_rows(plan(weeks=10, equipment="mini-band"), "clam")]
    assert loads[-1] == "light band"


def test_levels_are_those_of_loading_weeks() -> None:
    levels = quantities.levels_used(plan(weeks=16, easier="clam"), "clam")
    assert [(use.level, use.first_week) for use in levels] == [(0, 1), (1, 5), (2, 13)]
    assert "pillow" in levels[0].variation


def test_the_staircase_draws_the_common_ladder_and_names_who_climbs_it() -> None:
    stairs = quantities.staircase(plan(weeks=10))
    assert (stairs.move, stairs.also) == ("squat-turn", ("hinge-reach", "fire-hydrant"))
    assert [column.sets * column.reps for column in stairs.columns] == [16, 18, 20, 16, 24, 27, 30, 16, 18, 24]
    assert [(column.week, column.level) for column in stairs.columns if column.new_level] == [(9, 2)]
    assert [column.week for column in stairs.columns if column.test] == [1, 4, 8, 10]
    assert [column.week for column in stairs.columns if column.kind == "easy"] == [4, 8]


def test_the_staircase_takes_the_first_move_of_the_common_ladder_else_the_first_move() -> None:
    assert quantities.staircase(plan(skip="squat-turn,hinge-reach")).move == "fire-hydrant"
    assert quantities.staircase(plan(skip="squat-turn,hinge-reach,fire-hydrant")).move == "side-lunge-reach"
    assert quantities.staircase(plan(easier="squat-turn", weeks=6)).also == ()


@pytest.mark.parametrize(
    ("week", "following", "back"),
    [(1, 2, None), (2, 3, 1), (3, 4, 2), (4, 5, None), (5, 6, 3), (6, 7, 5), (7, 8, 6), (8, None, 6)],
)
def test_the_gate_leads_on_round_and_back(*, week: int, following: int | None, back: int | None) -> None:
    programme = plan(weeks=8, pain_ok=1, pain_stop=4)
    gate = quantities.gate(programme, programme.weeks[week - 1])
    assert (gate.next_week, gate.repeat_week, gate.back_week) == (following, week, back)
    assert (gate.pain_ok, gate.pain_stop) == (1, 4)
    assert gate.effort_limit == [4, 5, 5, 4, 6, 6, 7, 7][week - 1]
    assert not gate.loaded


def test_an_easy_week_is_dose_1_already_and_steps_back_to_an_easier_level() -> None:
    programme = plan(weeks=16, level="intermediate")
    assert [quantities.gate(programme, programme.weeks[week - 1]).back_week for week in (8, 12)] == [None, None]


@pytest.mark.parametrize("sessions", range(1, 7))
def test_missed_sessions_are_the_fewest_that_leave_less_than_four_in_five(sessions: int) -> None:
    programme = plan(sessions=sessions, level="intermediate")
    missed = quantities.gate(programme, programme.weeks[0]).missed
    assert (sessions - missed) / sessions < 0.8 <= (sessions - missed + 1) / sessions


def test_a_week_with_weights_or_bands_is_loaded_and_an_easy_week_is_not() -> None:
    programme = plan(weeks=16, level="intermediate", equipment="mini-band")
    loaded = [week.number for week in programme.weeks if quantities.gate(programme, week).loaded]
    assert loaded == [5, 6, 7, 9, 10, 11, 13, 14, 15, 16]


@pytest.mark.parametrize(
    ("weeks", "after"), [(1, (1,)), (3, (3,)), (4, (4,)), (7, (4,)), (8, (4, 8)), (16, (4, 8, 12, 16))]
)
def test_spare_weeks(weeks: int, after: tuple[int, ...]) -> None:
    assert quantities.spare_after(plan(weeks=weeks)) == after


@pytest.mark.parametrize(
    ("preferences", "dates"),
    [
        ({"weeks": 1, "sessions": 1}, [(1, "start")]),
        ({"weeks": 1}, [(1, "start"), (1, "finish")]),
        ({}, [(1, "start"), (4, "finish")]),
        ({"weeks": 9}, [(1, "start"), (4, "easy"), (8, "easy"), (9, "finish")]),
    ],
)
def test_test_dates(preferences: dict[str, object], dates: list[tuple[int, str]]) -> None:
    assert [(one.week, one.kind) for one in quantities.test_dates(plan(**preferences))] == dates


NO_HIP_TURN = {
    "hip-replacement-posterior",
    "hip-replacement-lateral",
    "hip-replacement-anterior",
    "hip-replacement-cleared",
    "hip-surgery",
    "fai",
    "recent-fracture",
}


@pytest.mark.parametrize("precaution", Precaution.__args__)  # type: ignore[attr-defined]
def test_self_tests_and_warm_up_follow_the_precautions(precaution: str) -> None:
    preferences = Preferences.model_validate({"precautions": precaution})
    tests = quantities.self_tests(preferences)
    assert tests.hip_turn == (precaution not in NO_HIP_TURN)
    assert tests.stand_helper == (precaution in {"falls-risk", "pregnancy"})
    assert quantities.warm_up(preferences) == "gentle"


def test_without_precautions_everything_is_tested_and_a_short_stand_needs_a_helper() -> None:
    assert quantities.self_tests(Preferences()) == quantities.SelfTests(hip_turn=True, stand_helper=False)
    assert quantities.warm_up(Preferences()) == "full"
    assert quantities.self_tests(Preferences(one_leg_stand=9)).stand_helper
    assert quantities.warm_up(Preferences(one_leg_stand=9)) == "gentle"


def test_kit_and_effort_are_summed_up() -> None:
    programme = plan(weeks=16, level="intermediate", equipment="step,dumbbell,wall,mini-band")
    assert quantities.kit_used(programme) == ("mini-band", "dumbbell")
    assert quantities.effort_span(programme) == ((4, 5), (5, 7))


def test_the_stand_warning_names_moves_by_their_numbers_in_this_plan() -> None:
    warning = quantities.stand_warning(plan())
    assert (warning.left_out, warning.level_0) == ((3,), (1, 2, 4))
    warning = quantities.stand_warning(plan(skip="hinge-reach", inward=True))
    assert (warning.left_out, warning.level_0) == ((2,), (1, 3))


def test_cautions_are_those_of_every_precaution_that_touches_the_move() -> None:
    preferences = Preferences(precautions="fai,wrist-shoulder")
    assert quantities.cautions(preferences, "clam") == (
        "Bend your hips no more than 45 degrees. Stop before you feel a pinch.",
    )
    assert len(quantities.cautions(preferences, "fire-hydrant")) == 2
    assert quantities.cautions(Preferences(), "clam") == ()
    assert "chose to keep it" in quantities.cautions(preferences, "clam-inward")[0]


def test_the_level_line_names_the_level_and_what_makes_it_harder() -> None:
    lines = [quantities.level_line(p) for p in plan(level="intermediate", weeks=6).weeks[4].sessions[0].prescriptions]
    assert lines[1] == "Level 2: 3 s down, hold 2 s"
    assert quantities.level_line(plan().weeks[0].sessions[0].prescriptions[0]) == "Level 1"


@given(st.from_type(Preferences))
def test_every_quantity_can_be_worked_out_for_every_programme(preferences: Preferences) -> None:
    try:
        programme = plan_programme(preferences)
    except PlanRefusedError:
        assume(condition=False)
        raise
    low, high = quantities.session_minutes_range(programme)
    assert 0 < low <= high
    assert low % 5 == high % 5 == 0
    for move in quantities.moves_in(programme):
        rows = quantities.dose_rows(programme, move)
        covered = [week for row in rows for week in range(row.first_week, row.last_week + 1)]
        assert covered == list(range(1, preferences.weeks + 1))
        assert quantities.levels_used(programme, move)
        assert all(len(note) <= 110 for note in quantities.cautions(preferences, move))
    assert len(quantities.staircase(programme).columns) == preferences.weeks
    for week in programme.weeks:
        gate = quantities.gate(programme, week)
        assert gate.back_week is None or programme.weeks[gate.back_week - 1].kind == "load"
        assert gate.back_week is None or gate.back_week < week.number
        for session in week.sessions:
            assert all(len(quantities.level_line(done)) <= 36 for done in session.prescriptions)


def test_a_row_shows_the_largest_where_an_edit_made_sessions_differ() -> None:
    shape = json.loads(json.dumps(programme_json(plan())))
    shape["weeks"][3]["sessions"][0]["prescriptions"][0].update(sets=2, reps=8)
    edited = read_programme(json.dumps(shape), allow_outside=False)
    assert quantities.dose_rows(edited, "squat-turn") == quantities.dose_rows(plan(), "squat-turn")
