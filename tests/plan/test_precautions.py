from typing import get_args

import pytest

from hipplan.errors import PlanRefusedError
from hipplan.plan.catalogue import MAIN_MOVES, MOVES
from hipplan.plan.precautions import active_precautions, code, verdicts
from hipplan.plan.preferences import Precaution, Preferences
from hipplan.plan.progression import plan_programme
from hipplan.resources import read_toml

# Typed again from content 4.2, so that a slip in the file is seen: M1, M2, M3, M4, M5, inward.
MATRIX = """
hip-replacement-posterior  out    out    out    ask-V0 out  out
hip-replacement-lateral    out    out    out    out    out  out
hip-replacement-anterior   out    out    ask-V0 ask-V0 out  out
hip-replacement-cleared    V0-1   V0     V0     ok     V0   ask
hip-surgery                ask    ask    ask    ask    ask  out
fai                        V0     ask-V0 V0     note   V0   out
recent-fracture            out    out    out    out    out  out
hip-osteoarthritis         V0+    V0     V0+    ok     V0   ask
dysplasia                  V0-1   ask    ok     ok     V0-1 ask
lateral-hip-pain           V0     V0+    ok     note   V0   out
hamstring-tendon           ask    V0     ok     ok     V0   ok
osteoporosis               V0-1   V0     ok     ok     V0   ok
osteoporosis-fracture      ask-V0 out    V0+    ok     out  ask
pregnancy                  V0     V0     ok     ok     V0   ok
pelvic-girdle-pain         out    out    ask    V0     out  out
knee-pain                  V0+    V0     note   ok     V0   ok
cannot-kneel               ok     V0     V0     ok     V0   ok
falls-risk                 V0     V0     V0     ok     out  ok
pain-high                  out    out    out    out    out  out
back-leg-symptoms          ask    ask    V0+    ok     ask  ok
wrist-shoulder             ok     note   note   ok     ok   ok
toe-in                     ok     ok     ok     ok     ok   out
heart-lung                 ask    ask    ask    ask    ask  ask
under-18                   ask    ask    ask    ask    ask  ask
"""
ROWS = {cells[0]: cells[1:] for cells in (line.split() for line in MATRIX.split("\n") if line)}
COLUMNS = ("hinge-reach", "squat-turn", "fire-hydrant", "clam", "side-lunge-reach", "inward")


def column_of(move: str) -> int:
    return COLUMNS.index("inward" if move.endswith("-inward") else move)


def test_the_preference_the_file_and_content_name_the_same_precautions() -> None:
    assert list(ROWS) == list(get_args(Precaution))
    assert list(read_toml("assets", "precautions.toml")["codes"]) == list(ROWS)


@pytest.mark.parametrize("precaution", ROWS)
@pytest.mark.parametrize("move", MOVES)
def test_the_matrix_is_that_of_content(precaution: str, move: str) -> None:
    assert code(precaution, move) == ROWS[precaution][column_of(move)]


@pytest.mark.parametrize(
    ("found", "start", "cap", "excluded"),
    [
        ("ok", 1, 4, False),
        ("note", 1, 4, False),
        ("V0+", 0, 4, False),
        ("V0-1", 0, 1, False),
        ("V0", 0, 0, False),
        ("ask", 0, 4, True),
        ("ask-V0", 0, 4, True),
        ("out", 0, 4, True),
    ],
)
def test_a_code_decides_start_cap_and_exclusion(*, found: str, start: int, cap: int, excluded: bool) -> None:
    cells = [(precaution, move) for precaution in ROWS for move in MAIN_MOVES if code(precaution, move) == found]
    assert cells
    for precaution, move in cells:
        verdict = verdicts(Preferences(precautions=(precaution,)))[move]
        assert (verdict.code, verdict.start, verdict.cap, verdict.excluded) == (found, start, cap, excluded)
        assert verdict.because == (() if found == "ok" else (precaution,))


def test_the_stricter_code_wins_for_every_pair() -> None:
    order = ["ok", "note", "V0+", "V0-1", "V0", "ask", "ask-V0", "out"]
    pairs = set()
    for one in ROWS:
        for other in ROWS:
            judged = verdicts(Preferences(precautions=(one, other)))
            for move in MOVES:
                codes = (code(one, move), code(other, move))
                assert judged[move].code == max(codes, key=order.index)
                pairs.add(frozenset(codes))
    assert len(pairs) > 25


@pytest.mark.parametrize(
    ("precautions", "cleared", "move", "found", "cap"),
    [
        ("hip-surgery", "clam", "clam", "V0+", 4),
        ("hip-replacement-anterior", "clam", "clam", "V0", 0),
        ("fai", "squat-turn", "squat-turn", "V0", 0),
        ("hip-surgery,dysplasia", "hinge-reach", "hinge-reach", "V0-1", 1),
        ("hip-surgery,falls-risk", "fire-hydrant", "fire-hydrant", "V0", 0),
        ("under-18,wrist-shoulder", "fire-hydrant", "fire-hydrant", "V0+", 4),
        ("dysplasia", "fire-hydrant-inward", "fire-hydrant-inward", "V0+", 4),
    ],
)
def test_clearing_lifts_the_asking_and_no_other_limit(
    *,
    precautions: str,
    cleared: str,
    move: str,
    found: str,
    cap: int,
) -> None:
    verdict = verdicts(Preferences(precautions=precautions, cleared=cleared))[move]
    assert (verdict.code, verdict.start, verdict.cap, verdict.excluded) == (found, 0, cap, False)


def test_clearing_one_move_clears_no_other() -> None:
    judged = verdicts(Preferences(precautions="hip-surgery", cleared="clam"))
    assert [move for move in MOVES if judged[move].excluded] == [move for move in MOVES if move != "clam"]


def test_clearing_a_move_that_is_out_is_refused_and_names_the_precaution() -> None:
    with pytest.raises(PlanRefusedError) as caught:
        plan_programme(Preferences(precautions="fai,falls-risk", cleared="clam-inward,side-lunge-reach,clam"))
    assert len(caught.value.problems) == 2
    assert "side-lunge-reach cannot be cleared while falls-risk is set" in str(caught.value)
    assert "clam-inward cannot be cleared while fai is set" in str(caught.value)


def test_clearing_without_need_changes_nothing_and_is_noted() -> None:
    plain, cleared = plan_programme(Preferences()), plan_programme(Preferences(cleared="clam"))
    assert cleared.weeks == plain.weeks
    assert cleared.notes == (*plain.notes, "Clam needed no clearing. It is planned as usual.")


@pytest.mark.parametrize(("seconds", "active"), [(0, True), (9.99, True), (10, False), (45, False), (None, False)])
def test_a_one_leg_stand_under_ten_seconds_switches_on_falls_risk(*, seconds: float | None, active: bool) -> None:
    assert active_precautions(Preferences(one_leg_stand=seconds)) == (("falls-risk",) if active else ())


def test_a_short_stand_plans_as_falls_risk_does_and_says_so() -> None:
    short, risk = plan_programme(Preferences(one_leg_stand=5)), plan_programme(Preferences(precautions="falls-risk"))
    assert short.weeks == risk.weeks
    assert short.left_out == risk.left_out
    assert any("one-leg stand is under 10 seconds" in note for note in short.notes)
