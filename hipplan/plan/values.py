"""How the values of preferences are read: what is taken apart, put in order, trimmed, or refused."""

from datetime import date, datetime

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from hipplan.plan.choices import ORDERS
from hipplan.plan.emergency import emergency_numbers
from hipplan.plan.written import notes_by_move, table_lines, written, written_lines


def split_at_commas(value: object) -> object:
    """Take "mini-band, step", and lists of such strings, apart."""
    if not isinstance(value, str | list | tuple | set | frozenset):
        return value
    given = [value] if isinstance(value, str) else list(value)
    parts: list[object] = []
    for item in given:
        parts += [part.strip() for part in item.split(",") if part.strip()] if isinstance(item, str) else [item]
    return parts


def in_order(value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Make the same choices in another order the same preferences."""
    return tuple(choice for choice in ORDERS[info.field_name or ""] if choice in value)


def number(value: object) -> object:
    """Refuse yes and no, which Python would count as 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("number", "not a number")
    return value


def no_minus_zero(value: float | None) -> float | None:
    """Make -0.0 the 0.0 it equals, so that both give the same programme id."""
    return None if value is None else abs(value)


def day(value: object) -> object:
    """Refuse bare numbers, which would be read as seconds since 1970."""
    if isinstance(value, str):
        value = value.strip()
    complete = isinstance(value, str) and len(value) == len("2026-11-30") and value[4] == value[7] == "-"
    if value is None or complete or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise PydanticCustomError("day", "not a date")


def text(value: object, info: ValidationInfo) -> object:
    """Trim, join accents to their letters and refuse what no pen can write; nothing left is nothing said."""
    if not isinstance(value, str):
        return value
    return written(value, kept="\n" if info.field_name == "notes" else "") or None


def note_lines(value: object) -> object:
    """Take a table of notes by move, or lines such as "clam: keep the pillow" or "clam=keep the pillow"."""
    return written_lines(table_lines(value))


def notes_in_order(value: tuple[str, ...]) -> tuple[str, ...]:
    """Make the same notes in another order the same preferences."""
    return notes_by_move(value, ORDERS["cleared"])


def country(value: object) -> object:
    """Take a code in any case; nothing is nothing said."""
    if not isinstance(value, str):
        return value
    code = value.strip().upper()
    if code and code not in emergency_numbers():
        codes = tuple(emergency_numbers())
        raise PydanticCustomError("country", "unknown", {"codes": f"{', '.join(codes[:-1])} or {codes[-1]}"})
    return code or None
