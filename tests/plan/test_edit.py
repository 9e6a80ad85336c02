"""The physio has the last word: what may change quietly, openly, or never."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hipplan.errors import HipplanError, PlanRefusedError, PreferencesError, ProgrammeError
from hipplan.plan.edit import programme_json, read_programme
from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import LeftOut, Prescription, Programme
from hipplan.plan.progression import plan_programme
from hipplan.plan.weeks import moves_in

Shape = dict[str, Any]
Change = Callable[[Shape], object]


def plan(**preferences: object) -> Programme:
    return plan_programme(Preferences.model_validate(preferences))


def edit(programme: Programme, change: Change, *, allow_outside: bool = False) -> Programme:
    shape = json.loads(json.dumps(programme_json(programme)))
    change(shape)
    return read_programme(json.dumps(shape), allow_outside=allow_outside)


def problems(programme: Programme, change: Change, *, allow_outside: bool = False) -> tuple[str, ...]:
    with pytest.raises(HipplanError) as caught:
        edit(programme, change, allow_outside=allow_outside)
    return caught.value.problems


def row(shape: Shape, move: str, *, week: int = 1, session: int = 1) -> Shape:
    rows = shape["weeks"][week - 1]["sessions"][session - 1]["prescriptions"]
    found: Shape = next(one for one in rows if one["move"] == move)
    return found


def setting(move: str, /, *, week: int = 1, session: int = 1, **values: object) -> Change:
    return lambda shape: row(shape, move, week=week, session=session).update(values)


def done(programme: Programme, move: str, *, week: int = 1, session: int = 1) -> Prescription:
    prescriptions = programme.weeks[week - 1].sessions[session - 1].prescriptions
    return next(one for one in prescriptions if one.move == move)


@given(st.from_type(Preferences))
def test_an_unedited_programme_reads_back_equal(preferences: Preferences) -> None:
    try:
        programme = plan_programme(preferences)
    except PlanRefusedError:
        assume(condition=False)
        raise
    assert edit(programme, lambda _: None) == programme


@pytest.mark.parametrize(
    ("move", "values"),
    [
        ("squat-turn", {"sets": 2, "reps": 8}),
        ("hinge-reach", {"reps": 10, "sets": 3}),
        ("fire-hydrant", {"rest_s": 30}),
        ("side-lunge-reach", {"reps": 6, "sets": 3, "rest_s": 60}),
        ("clam", {"sets": 3, "rest_s": 30}),
        ("clam", {"level": 0}),
        ("clam", {"level": 2}),
    ],
)
def test_changes_inside_the_ranges_are_taken_over_without_a_flag(move: str, values: dict[str, object]) -> None:
    edited = edit(plan(), setting(move, week=4, **values))
    assert {key: getattr(done(edited, move, week=4), key) for key in values} == values
    assert edited.outside == ()
    assert edited.id != plan().id
    assert done(edited, move, week=4, session=2) == done(plan(), move, week=4, session=2)


@pytest.mark.parametrize(
    ("move", "values", "line"),
    [
        ("squat-turn", {"reps": 11}, "weeks[1].sessions[1].squat-turn.reps: should be 8 to 10 (got 11)"),
        ("squat-turn", {"reps": 7}, "weeks[1].sessions[1].squat-turn.reps: should be 8 to 10 (got 7)"),
        ("hinge-reach", {"sets": 1}, "weeks[1].sessions[1].hinge-reach.sets: should be 2 to 3 (got 1)"),
        ("hinge-reach", {"sets": 4}, "weeks[1].sessions[1].hinge-reach.sets: should be 2 to 3 (got 4)"),
        ("clam", {"reps": 18}, "weeks[1].sessions[1].clam.reps: should be 20 (got 18)"),
        ("clam", {"rest_s": 60}, "weeks[1].sessions[1].clam.rest_s: should be 30 to 45 (got 60)"),
        ("side-lunge-reach", {"rest_s": 45}, "weeks[1].sessions[1].side-lunge-reach.rest_s: should be 60 to 90"),
        ("side-lunge-reach", {"reps": 8}, "weeks[1].sessions[1].side-lunge-reach.reps: should be 4 to 6 (got 8)"),
        ("clam", {"level": 3}, "weeks[1].sessions[1].clam.level: should be at most 2 in this plan (got 3)"),
        ("clam", {"load": "5 kg"}, "weeks[1].sessions[1].clam.load: should be lighter than planned, or none"),
    ],
)
def test_outside_needs_the_flag_and_is_then_recorded(move: str, values: dict[str, object], line: str) -> None:
    (problem,) = problems(plan(), setting(move, **values))
    assert problem.startswith(line)
    assert problem.endswith("to keep it, use --allow-outside")
    edited = edit(plan(), setting(move, **values), allow_outside=True)
    assert [one.move for one in edited.outside] == [move]
    assert edited.outside[0].because.startswith("Your physio ")
    assert {key: getattr(done(edited, move), key) for key in values} == values


def test_what_is_outside_is_told_once_a_move_and_not_once_a_session() -> None:
    def change(shape: Shape) -> None:
        for week in (1, 2, 3, 4):
            for session in (1, 2, 3):
                row(shape, "clam", week=week, session=session)["reps"] = 15

    assert len(problems(plan(), change)) == 12
    assert edit(plan(), change, allow_outside=True).outside == (
        LeftOut(move="clam", because="Your physio set repetitions to 15. The usual is 20."),
    )


def test_minutes_marks_effort_reasons_and_id_follow_the_change() -> None:
    edited = edit(plan(), setting("squat-turn", week=4, sets=2, reps=8))
    session, planned = edited.weeks[3].sessions[0], plan().weeks[3].sessions[0]
    assert planned.minutes - session.minutes == 2  # 135 seconds
    assert planned.marks - session.marks == 1
    assert done(edited, "squat-turn", week=4).dose == 1
    assert done(edited, "squat-turn", week=4).effort == (3, 4)
    assert session.effort == (4, 6)
    assert done(edited, "squat-turn", week=4).reasons[-1] == "Changed by your physio: sets 3 to 2."


@pytest.mark.parametrize(
    ("values", "dose"),
    [
        ({"sets": 2, "reps": 8}, 1),
        ({"sets": 2, "reps": 9}, 2),
        ({"sets": 2, "reps": 10}, 3),
        ({"sets": 3, "reps": 8, "rest_s": 30}, 4),
        ({"sets": 3, "reps": 10, "dose": 7, "rest_s": 30}, 7),
        ({"sets": 3, "reps": 10, "rest_s": 40}, 6),
        ({"dose": 1}, 1),
    ],
)
def test_the_dose_fits_what_is_done(values: dict[str, object], dose: int) -> None:
    assert done(edit(plan(), setting("squat-turn", week=4, **values)), "squat-turn", week=4).dose == dose


def test_a_dose_changed_alone_brings_its_sets_repetitions_and_rest() -> None:
    changed = done(edit(plan(), setting("side-lunge-reach", week=4, dose=6)), "side-lunge-reach", week=4)
    assert (changed.dose, changed.sets, changed.reps, changed.rest_s, changed.effort) == (6, 3, 6, 75, (5, 7))


def test_sentence_tempo_kit_and_load_follow_a_changed_level() -> None:
    programme = plan(weeks=12, level="intermediate", equipment="dumbbell")
    lower = done(edit(programme, setting("hinge-reach", week=9, level=1)), "hinge-reach", week=9)
    assert (lower.load, lower.equipment, lower.tempo) == (None, (), "2-1-2")
    assert lower.variation == done(programme, "hinge-reach").variation
    higher = done(edit(programme, setting("hinge-reach", week=1, level=2)), "hinge-reach")
    assert (higher.load, higher.equipment) == ("2 to 4 kg", ("dumbbell",))
    slower = done(edit(plan(), setting("clam", level=2)), "clam")
    assert (slower.tempo, slower.load) == ("2-2-3", None)


def test_a_load_may_go_or_be_the_lighter_one() -> None:
    programme = plan(weeks=12, level="intermediate", equipment="dumbbell")
    bare = done(edit(programme, setting("hinge-reach", week=9, load=None)), "hinge-reach", week=9)
    assert (bare.level, bare.load, bare.equipment) == (3, None, ())
    assert "dumbbell" not in bare.variation
    light = done(edit(programme, setting("hinge-reach", week=9, load="2 to 4 kg")), "hinge-reach", week=9)
    assert (light.level, light.load, light.equipment) == (3, "2 to 4 kg", ("dumbbell",))
    (problem,) = problems(programme, setting("hinge-reach", week=5, load="next weight"))
    assert ".load: should be lighter than planned" in problem


def test_own_words_are_kept_as_data_and_noted() -> None:
    words = "Only to {the} chair, 100 % calm"
    changed = done(edit(plan(), setting("clam", variation=f"  {words} ")), "clam")
    assert changed.variation == words
    assert changed.reasons[-1] == "Changed by your physio: how the move is done."
    assert "at most 160" in problems(plan(), setting("clam", variation="x" * 161))[0]
    assert "control" in problems(plan(), setting("clam", variation="a\nb"))[0]
    assert "not be empty" in problems(plan(), setting("clam", variation=" "))[0]


def test_moves_and_sessions_may_be_dropped() -> None:
    def change(shape: Shape) -> None:
        shape["weeks"][1]["sessions"].pop(1)
        for week in shape["weeks"]:
            for session in week["sessions"]:
                session["prescriptions"] = [one for one in session["prescriptions"] if one["move"] != "clam"]

    edited = edit(plan(), change)
    assert "clam" not in moves_in(edited)
    assert edited.left_out == (LeftOut(move="clam", because="Your physio left it out."),)
    assert [session.number for session in edited.weeks[1].sessions] == [1, 3]
    assert edited.weeks[0].sessions[0].minutes == 22  # 29:12 without 415 seconds


def drop_all_but(*kept: str) -> Change:
    def change(shape: Shape) -> None:
        for week in shape["weeks"]:
            for session in week["sessions"]:
                session["prescriptions"] = [one for one in session["prescriptions"] if one["move"] in kept]

    return change


@pytest.mark.parametrize(
    ("preferences", "change", "line"),
    [
        ({}, lambda shape: shape["weeks"].pop(2), "weeks: should be weeks 1 to 4 in order (got 1, 2, 4)"),
        ({}, lambda shape: shape["weeks"][1].update(sessions=[]), "weeks[2].sessions: should not be empty"),
        ({}, lambda shape: shape["weeks"][0]["sessions"][0].update(day="tue"), "weeks[1].sessions[1].day: follows"),
        ({}, lambda shape: shape["weeks"][0]["sessions"][0].update(date="2026-11-30"), "weeks[1].sessions[1].date:"),
        ({}, lambda shape: shape["weeks"][0]["sessions"][0].update(number=4), "weeks[1].sessions: should be numbers"),
        ({}, lambda shape: shape["weeks"][0]["sessions"][0].update(number=2), "weeks[1].sessions: should be numbers"),
        ({}, lambda shape: shape["weeks"][0].update(kind="easy"), "weeks[1].kind: follows from"),
        ({}, lambda shape: shape.update(notes=["mine"]), "notes: follows from"),
        ({}, lambda shape: shape.update(left_out=[{"move": "clam", "because": "x"}]), "left_out: follows from"),
        ({}, setting("clam", move="clamm"), "weeks[1].sessions[1].clamm: no such move; did you mean clam?"),
        ({}, setting("clam", move="squat-turn"), "weeks[1].sessions[1].squat-turn: is there twice"),
        ({}, setting("clam", move="clam-inward"), "weeks[1].sessions[1].clam-inward: is not asked for"),
        ({"sessions": 4, "level": "intermediate"}, setting("hinge-reach", move="clam"), "within 48 hours"),
        ({}, setting("clam", level=4), "weeks[1].sessions[1].clam.level: should be 0 to 3, the levels of this move"),
        ({}, setting("clam", tempo="9-9-9"), "weeks[1].sessions[1].clam.tempo: follows from the level"),
        ({}, setting("clam", per_side=False), "weeks[1].sessions[1].clam.per_side: follows from the level"),
        ({}, setting("clam", equipment=["step"]), "weeks[1].sessions[1].clam.equipment: follows from the level"),
        ({}, setting("clam", sets=6), "weeks[1].sessions[1].prescriptions[5].sets: should be at most 5 (got 6)"),
        ({}, setting("clam", sets="2"), "weeks[1].sessions[1].prescriptions[5].sets: should be a whole number"),
        ({}, setting("clam", rset_s=30), "prescriptions[5].rset_s: no such key; did you mean rest_s?"),
        (
            {"precautions": "falls-risk"},
            setting("clam", rest_s=30),
            "clam.rest_s: should be at least 45 with falls-risk",
        ),
        ({"one_leg_stand": 4}, setting("clam", dose=7), "clam.dose: should be at most 6 with falls-risk (got 7)"),
        ({}, drop_all_but("clam"), "weeks: should keep at least 2 of the five moves"),
        ({"inward": True}, drop_all_but("squat-turn", "clam", "fire-hydrant-inward"), "goes with fire-hydrant"),
        ({}, lambda shape: shape.update(outside=[]), "outside: no such key"),
        ({}, lambda shape: shape.pop("notes"), "notes: is missing"),
        ({}, lambda shape: shape["preferences"].update(weeks=40), "preferences.weeks: should be at most 16 (got 40)"),
    ],
)
def test_what_can_never_be_changed(preferences: dict[str, object], change: Change, line: str) -> None:
    found = problems(plan(**preferences), change, allow_outside=True)
    assert any(line in problem for problem in found), found


def test_a_move_that_was_left_out_needs_the_flag_and_keeps_its_warning() -> None:
    programme = plan(precautions="falls-risk")

    def change(shape: Shape) -> None:
        added = {**row(shape, "clam"), "move": "side-lunge-reach", "level": 0, "reps": 4, "rest_s": 90}
        shape["weeks"][0]["sessions"][0]["prescriptions"].append({**added, "variation": "Hold on with both hands."})

    (problem,) = problems(programme, change)
    assert problem.startswith("weeks[1].sessions[1].side-lunge-reach: is left out of this plan (It is not done with")
    edited = edit(programme, change, allow_outside=True)
    assert edited.outside[0].move == "side-lunge-reach"
    assert edited.left_out == ()
    moves = [one.move for one in edited.weeks[0].sessions[0].prescriptions]
    assert moves == ["squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant", "clam"]
    put_back = done(edited, "side-lunge-reach")
    assert (put_back.hold_s, put_back.tempo, put_back.level) == (4, "2-1-2", 0)


def test_every_problem_is_told_at_once() -> None:
    def change(shape: Shape) -> None:
        row(shape, "clam")["reps"] = 10
        row(shape, "clam", week=2)["level"] = 4
        row(shape, "squat-turn", week=3)["rest_s"] = 90

    assert len(problems(plan(), change)) == 3


def test_an_edited_programme_reads_back_equal() -> None:
    programme = plan(weeks=12, level="intermediate", equipment="dumbbell")

    def change(shape: Shape) -> None:
        row(shape, "clam").update(reps=15, level=0)
        row(shape, "hinge-reach", week=9).update(load="3 kg", variation="As shown today.")
        row(shape, "squat-turn", week=10).update(sets=2)
        shape["weeks"][2]["sessions"].pop()

    edited = edit(programme, change, allow_outside=True)
    assert edit(edited, lambda _: None, allow_outside=True) == edited


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "[" * 100_000, "\x00", '{"schema": "hipplan.programme/2"}', "NaN"]
)
def test_what_is_no_programme_is_refused_in_lines(text: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        read_programme(text, allow_outside=True)
    assert all(problem.strip() and "\n" not in problem for problem in caught.value.problems)


def test_a_huge_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(ProgrammeError, match="at most 4000000 characters"):
        read_programme(" " * 4_000_001, allow_outside=True)


def test_names_in_the_file_are_never_repeated_in_a_message() -> None:
    programme = plan(name="Secret Person")
    found = problems(programme, lambda shape: shape["preferences"].update(name="Secret Person" * 20, weeks=0))
    assert len(found) == 2
    assert "Secret" not in "".join(found)


@given(st.from_type(Preferences), st.data())
def test_any_small_change_gives_a_programme_or_lines(preferences: Preferences, data: st.DataObject) -> None:
    try:
        shape = json.loads(json.dumps(programme_json(plan_programme(preferences))))
    except PlanRefusedError:
        assume(condition=False)
        raise
    session = data.draw(st.sampled_from(data.draw(st.sampled_from(shape["weeks"]))["sessions"]))
    changed = data.draw(st.sampled_from(session["prescriptions"]))
    field = data.draw(st.sampled_from(sorted(changed)))
    changed[field] = data.draw(
        st.integers(0, 12) | st.none() | st.text(max_size=5) | st.sampled_from(["clam", "2 to 4 kg"])
    )
    lines: tuple[str, ...] = ("read",)
    try:
        edited = read_programme(json.dumps(shape), allow_outside=data.draw(st.booleans()))
    except (ProgrammeError, PreferencesError) as error:
        lines = error.problems
    else:
        assert edit(edited, lambda _: None, allow_outside=True) == edited
    assert lines
    assert all(line.strip() and "\n" not in line for line in lines)


@pytest.mark.parametrize(("sets", "boxes"), [(3, 2 * 3), (4, 4)])
def test_the_marks_of_a_log_by_sides_are_those_that_there_is_room_for(sets: int, boxes: int) -> None:
    planned = plan(log_detail="sides")
    edited = edit(planned, setting("squat-turn", sets=sets), allow_outside=True)
    others = [one.sets for one in edited.weeks[0].sessions[0].prescriptions[1:]]
    each = boxes // sets
    assert edited.weeks[0].sessions[0].marks == 4 + boxes + each * sum(others)
    assert edited.weeks[1].sessions[0].marks == 4 + each * sum(
        one.sets for one in edited.weeks[1].sessions[0].prescriptions
    )
    assert edit(edited, lambda _: None, allow_outside=True) == edited
