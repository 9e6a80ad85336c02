"""How things of the programme are called on paper: moves, levels, sides, days and dates."""

from datetime import date

from hipplan.plan.programme import Programme
from hipplan.plan.quantities import moves_in
from hipplan.plan.query import query
from hipplan.words import listed, say


def move_name(slug: str) -> str:
    """The plain name for patients."""
    return say(f"moves.{slug}.name")


def move_number(programme: Programme, slug: str) -> int:
    """Place in the session, counting from 1: the number on the cover, in the log and on the move's page."""
    return moves_in(programme).index(slug) + 1


def move_numbers(programme: Programme, slugs: tuple[str, ...]) -> str:
    """Numbers as people say them: 1, 2 and 4."""
    return listed([str(move_number(programme, slug)) for slug in slugs])


@query
def sides(programme: Programme) -> tuple[str, str]:
    """Both sides, the one that goes first in front."""
    preferences = programme.preferences
    first = preferences.first_side or (preferences.hip if preferences.hip in {"left", "right"} else "right")
    return ("left", "right") if first == "left" else ("right", "left")


def effort_range(effort: tuple[int, int]) -> str:
    """An effort target: "4 to 5", or "4 at most" in an easy week."""
    low, high = effort
    return say("lists.range", low=low, high=high) if low else say("week.effort_most", high=high)


def zone(low: int, high: int) -> str:
    """A range of pain: "3 to 5", or one number."""
    return str(low) if low == high else say("lists.range", low=low, high=high)


def short_date(day: date) -> str:
    """As in 30 Nov."""
    return say("dates.short", day=day.day, month=say(f"months.{day.month}"))


def long_date(day: date) -> str:
    """As in 30 Nov 2026."""
    return say("dates.long", day=day.day, month=say(f"months.{day.month}"), year=day.year)


def side_label(programme: Programme, slug: str) -> str:
    """What right and left mean for a move, the first side in front: "right first: stand on right leg"."""
    first = sides(programme)[0]
    label = say(f"side_label.{slug}", side=say(f"sides.{first}"))
    return say("side_label.both", first=say(f"sides.{first}_capital"), label=label)
