"""What holds for every valid preference."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hipplan.errors import PlanRefusedError
from hipplan.plan.catalogue import MAIN_MOVES, MOVES, catalogue
from hipplan.plan.days import DAYS
from hipplan.plan.precautions import active_precautions, code
from hipplan.plan.preferences import ORDERS, Preferences
from hipplan.plan.programme import Prescription, Programme
from hipplan.plan.progression import plan_programme
from hipplan.plan.timing import session_seconds
from hipplan.plan.weeks import moves_in, sessions_of

RANGES = {  # content 1.2, typed again: sets, repetitions, rest
    "squat-turn": ((2, 3), (8, 10), (30, 45)),
    "hinge-reach": ((2, 3), (8, 10), (30, 45)),
    "side-lunge-reach": ((2, 3), (4, 6), (60, 90)),
    "fire-hydrant": ((2, 3), (8, 10), (30, 45)),
    "fire-hydrant-inward": ((2, 3), (8, 10), (30, 45)),
    "clam": ((2, 3), (20, 20), (30, 45)),
    "clam-inward": ((2, 3), (8, 10), (30, 45)),
}
any_preferences = st.from_type(Preferences)


def planned(preferences: Preferences) -> Programme:
    """Plan, and pass over preferences whose plan is refused."""
    try:
        return plan_programme(preferences)
    except PlanRefusedError:
        assume(condition=False)
        raise


def loading_steps(programme: Programme, move: str) -> list[Prescription]:
    weeks = [week for week in programme.weeks if week.kind == "load"]
    return [next(p for s in week.sessions for p in s.prescriptions if p.move == move) for week in weeks]


@given(any_preferences)
def test_there_is_a_programme_or_a_refusal_in_lines(preferences: Preferences) -> None:
    problems: tuple[str, ...] = ()
    try:
        programme = plan_programme(preferences)
    except PlanRefusedError as error:
        problems = error.problems
        assert problems
        assert all(problem.strip() and "\n" not in problem for problem in problems)
    else:
        assert len(programme.weeks) == preferences.weeks
        assert all(len(week.sessions) == preferences.sessions for week in programme.weeks)
        assert all(session.prescriptions for session in sessions_of(programme))
        assert sum(move in MAIN_MOVES for move in moves_in(programme)) >= 2


@given(any_preferences)
def test_no_dose_is_outside_the_ranges(preferences: Preferences) -> None:
    for session in sessions_of(planned(preferences)):
        for done in session.prescriptions:
            for value, (low, high) in zip((done.sets, done.reps, done.rest_s), RANGES[done.move], strict=True):
                assert low <= value <= high


@given(any_preferences)
def test_no_move_comes_twice_within_48_hours(preferences: Preferences) -> None:
    programme = planned(preferences)
    for move in moves_in(programme):
        days = [
            7 * week.number + DAYS.index(session.day)  # type: ignore[arg-type]
            for week in programme.weeks
            for session in week.sessions
            if move in [done.move for done in session.prescriptions]
        ]
        assert days
        assert all(later - earlier >= 2 for earlier, later in pairwise(days))
        assert max(days.count(day) for day in days) == 1
        assert sum(day < 14 for day in days) <= 3


@given(any_preferences)
def test_level_and_dose_never_fall_and_levels_rise_one_at_a_time_to_dose_2(preferences: Preferences) -> None:
    programme = planned(preferences)
    for move in moves_in(programme):
        steps = loading_steps(programme, move)
        for before, after in pairwise(steps):
            assert (after.level, after.dose) >= (before.level, before.dose)
            assert after.level - before.level in (0, 1)
            assert after.level == before.level or after.dose == 2
        assert len(steps) < 2 or steps[-1].level == steps[-2].level


@given(any_preferences)
def test_a_move_that_is_out_or_not_cleared_never_appears(preferences: Preferences) -> None:
    programme = planned(preferences)
    for move in moves_in(programme):
        assert move not in preferences.skip
        for precaution in active_precautions(preferences):
            found = code(precaution, move)
            assert found != "out"
            assert found not in ("ask", "ask-V0") or move in preferences.cleared


@given(any_preferences)
def test_no_level_is_above_what_precautions_and_kit_allow(preferences: Preferences) -> None:
    programme = planned(preferences)
    caps = {"V0": 0, "ask-V0": 0, "V0-1": 1}
    for move in moves_in(programme):
        codes = [code(precaution, move) for precaution in active_precautions(preferences)]
        highest = max(done.level for done in loading_steps(programme, move))
        if not move.endswith("-inward"):
            assert highest <= min([4, *(caps[found] for found in codes if found in caps)])
        assert highest <= catalogue()[move].kit_cap(preferences.equipment)


@given(any_preferences)
def test_kit_comes_from_the_preferences_and_loads_come_with_kit(preferences: Preferences) -> None:
    for session in sessions_of(planned(preferences)):
        for done in session.prescriptions:
            assert set(done.equipment) <= set(preferences.equipment)
            assert (done.load is not None) == bool(set(done.equipment) - {"step"})


@given(any_preferences)
def test_the_longest_session_keeps_the_time_limit(preferences: Preferences) -> None:
    limit = preferences.max_minutes
    assume(limit is not None)
    longest = max(session_seconds(session.prescriptions) for session in sessions_of(planned(preferences)))
    assert limit is not None
    assert longest <= 60 * limit


@given(any_preferences, st.integers(15, 30))
def test_a_time_limit_that_was_refused_names_one_that_works(preferences: Preferences, limit: int) -> None:
    tight = preferences.model_copy(update={"max_minutes": limit})
    reached = None
    try:
        plan_programme(tight)
    except PlanRefusedError as error:
        assume(str(error).startswith("max_minutes"))
        reached = int(str(error).split("at least ")[1].split(",")[0])
    assume(reached)
    assert reached is not None
    assert reached > limit
    assert plan_programme(preferences.model_copy(update={"max_minutes": reached}))


@given(any_preferences, st.randoms())
def test_the_same_choices_in_another_order_are_the_same_programme(preferences: Preferences, random: object) -> None:
    data = preferences.model_dump()
    for field in ORDERS:
        data[field] = list(data[field])
        random.shuffle(data[field])  # type: ignore[attr-defined]
    assert planned(Preferences(**data)) == planned(preferences)


@given(any_preferences, any_preferences)
def test_people_and_paper_size_do_not_change_the_id(one: Preferences, other: Preferences) -> None:
    people = ("name", "id", "clinician", "clinic", "phone", "emergency", "emergency_country", "review")
    people += ("notes", "notes_for", "goals", "paper")
    changed = one.model_copy(update={field: getattr(other, field) for field in people})
    assert planned(changed).id == planned(one).id
    assert planned(changed).weeks == planned(one).weeks


@pytest.mark.parametrize(
    "change",
    [{"weeks": 5}, {"sessions": 2}, {"hip": "left"}, {"first_side": "left"}, {"pain_ok": 1}, {"log_detail": "sides"}],
)
def test_what_changes_the_plan_changes_the_id(change: dict[str, object]) -> None:
    assert plan_programme(Preferences.model_validate(change)).id != plan_programme(Preferences()).id


@given(any_preferences)
def test_every_prescription_says_why_and_counts_are_positive(preferences: Preferences) -> None:
    for session in sessions_of(planned(preferences)):
        assert session.minutes > 4
        assert session.marks > 4
        assert session.effort == max(done.effort for done in session.prescriptions)
        assert [done.move for done in session.prescriptions] == sorted(
            {done.move for done in session.prescriptions},
            key=MOVES.index,
        )
        for done in session.prescriptions:
            assert done.reasons
            assert len(done.variation) <= 140
            assert "{" not in done.variation + "".join(done.reasons)
