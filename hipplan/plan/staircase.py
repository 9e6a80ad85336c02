"""The staircase on the cover: how much of one move is done, week by week, true to scale."""

from dataclasses import dataclass

from hipplan.plan.programme import Programme, Week, WeekKind
from hipplan.plan.query import query
from hipplan.plan.weeks import dose_in_week, moves_in, week_effort

_FIRST_CHOICE = ("squat-turn", "hinge-reach", "fire-hydrant")  # moves that share one ladder of doses


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One week: its height is sets times repetitions a side; no sets where an edit left the move out."""

    week: int
    sets: int
    reps: int
    level: int
    new_level: bool
    kind: WeekKind
    test: bool
    effort: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staircase:
    """The move that is drawn, the other moves that climb just the same, and the weeks."""

    move: str
    also: tuple[str, ...]
    columns: tuple[Column, ...]


@query
def staircase(programme: Programme) -> Staircase:
    """Draw the first move of the common ladder, else the first move."""
    moves = moves_in(programme)
    move = next((m for m in moves if m in _FIRST_CHOICE), moves[0])
    amounts = {m: [_amount(week, m) for week in programme.weeks] for m in moves}
    also = tuple(m for m in moves if m != move and amounts[m] == amounts[move])
    return Staircase(move=move, also=also, columns=_columns(programme, move))


def _columns(programme: Programme, move: str) -> tuple[Column, ...]:
    columns: list[Column] = []
    highest: int | None = None
    for week in programme.weeks:
        done = dose_in_week(week, move)
        level = done.level if done else highest or 0
        sets, reps = _amount(week, move)
        columns.append(
            Column(
                week=week.number,
                sets=sets,
                reps=reps,
                level=level,
                new_level=highest is not None and level > highest,
                kind=week.kind,
                test=week.test,
                effort=week_effort(week),
            ),
        )
        highest = max(level, highest or 0)
    return tuple(columns)


def _amount(week: Week, move: str) -> tuple[int, int]:
    done = dose_in_week(week, move)
    return (done.sets, done.reps) if done else (0, 0)
