"""What is said of a move on the fridge sheet: its name, cue, care, levels and rest."""

from collections.abc import Sequence

from hipplan.pdf.text import Text, TextStyle, wrap
from hipplan.plan.programme import Prescription, Week
from hipplan.plan.quantities import level_line
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.naming import move_name
from hipplan.workbook.pages.move_sections import cautions_of, physio_notes
from hipplan.workbook.units import kept

LEVELS = theme.SECOND
Line = tuple[Text, TextStyle]


def choices(edition: Edition, slug: str, *, with_levels: bool = True) -> list[list[Line]]:
    """What may stand under the name, from the most to the least; the name and the care always do."""
    inward = slug.endswith("-inward")
    name: Line = (move_name(slug), theme.BODY_BOLD if inward else theme.H3)
    said_of_it = (*physio_notes(edition, slug), *cautions_of(edition, slug))
    care: list[Line] = [(words, theme.SMALL) for words in said_of_it]
    short: list[Line] = [(say("fridge.care_short"), theme.SMALL)] if care else []
    cue: list[Line] = [(say(f"fridge.cue.{slug}"), theme.SMALL)]
    rest: list[Line] = [(rest_words(edition, slug), theme.NOTE)]
    levels: list[Line] = [(line, theme.SECOND) for line in told_levels(edition, slug) if with_levels]
    few: list[Line] = [(say("fridge.levels"), theme.SECOND)] if levels else []
    found = [[name, *care, *cue, *levels, *rest], [name, *care, *levels, *rest]] if care else []
    said = short or cue
    found += [[name, *said, *levels, *rest], [name, *short, *levels, *rest]]  # how before what to think of
    return [*found, [name, *said, *few, *rest], [name, *short, *few, *rest], [name, *short, *rest]]


def words_height(lines: list[Line], width: float) -> float:
    """Down the row."""
    return sum(len(wrap(text, width, style, breakable=True)) * style.pitch for text, style in lines)


def levels_text(edition: Edition, slug: str) -> str:
    """A sentence a level."""
    return kept(" ".join(f"{line}." for line in told_levels(edition, slug)))


def told_levels(edition: Edition, slug: str) -> list[str]:
    """The plain one has nothing to say: its number stands at the doses."""
    plain = say("moves.clam.levels.1.short")
    return [kept(line) for line in level_lines(edition, slug) if line != plain]


def rest_words(edition: Edition, slug: str, *, weeks: Sequence[Week] = ()) -> str:
    """The rest in these weeks, else in all; and the kind of day in a plan that has two."""
    rests = _rests(weeks, slug) or _rests(edition.programme.weeks, slug)
    low, high = min(rests), max(rests)
    rest = say("week.rest", rest=low if low == high else say("lists.range", low=low, high=high))
    days = _days(edition, slug)
    return say("fridge.rest_days", rest=rest, days=days) if days else rest


def _rests(weeks: Sequence[Week], slug: str) -> set[int]:
    return {done.rest_s for week in weeks for done in done_in(week, slug)}


def _days(edition: Edition, slug: str) -> str:
    """The kind of day of a move, in a plan that has two."""
    sessions = [session for week in edition.programme.weeks for session in week.sessions]
    with_move = {s.split for s in sessions if s.split and any(done.move == slug for done in s.prescriptions)}
    return say("fridge.day", day=next(iter(with_move))) if len(with_move) == 1 else ""


def level_lines(edition: Edition, slug: str) -> list[str]:
    """What makes a level, when there is more than one or it is not the plain one."""
    first: dict[str, int] = {}
    for week in edition.programme.weeks:
        for done in done_in(week, slug) if week.kind == "load" else ():
            first.setdefault(level_line(done), week.number)
    if list(first) == [say("moves.clam.levels.1.short")]:
        return []
    return [line if number == 1 else say("fridge.level_from", line=line, week=number) for line, number in first.items()]


def done_in(week: Week, slug: str) -> list[Prescription]:
    """A move in each session of a week that has it."""
    return [done for session in week.sessions for done in session.prescriptions if done.move == slug]
