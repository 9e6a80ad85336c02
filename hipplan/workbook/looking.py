"""A programme that notes what is read of it, so that a page can be kept by exactly what its drawing looked at."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar, cast

from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Programme, Session, Week
from hipplan.workbook.edition import Edition
from hipplan.workbook.same import Same

Thing = TypeVar("Thing")
Name = tuple[str, str]
"""What was looked at: a kind, such as preferences, and a name of that kind."""
_MOST_WEEKS = 512
_PLAIN_FIELDS = tuple(field.name for field in fields(Session) if field.name != "date")


class Look:
    """Looks at one programme through `edition`; `value` says what there was to see under a name."""

    def __init__(self, edition: Edition) -> None:
        self._programme, self._edition = edition.programme, edition
        self._noted: set[Name] = set()
        self._values: dict[Name, Hashable] = {}
        self._weeks = tuple(_seen_week(week, self._see_dates) for week in self._programme.weeks)
        self._seen = cast("Programme", _SeenProgramme(self._programme, self._weeks, self._note))

    def _note(self, kind: str, name: str) -> None:
        self._noted.add((kind, name))

    def _see_dates(self) -> None:
        self._noted.add(("programme", "dates"))

    @contextmanager
    def noting(self) -> Iterator[set[Name]]:
        """What is looked at meanwhile."""
        before, self._noted = self._noted, set()
        try:
            yield self._noted
        finally:
            self._noted = before

    def through(self, edition: Edition) -> Edition:
        """The same edition, of a programme that notes what is read; the number of pages is only for the foot."""
        self._edition = edition
        self._values = {name: value for name, value in self._values.items() if name[0] != "page"}
        return replace(
            edition,
            programme=self._seen,
            pictures=_Noting(edition.pictures, "picture", self._note),
            contents=_Noting(edition.contents, "page", self._note),
            pages=0,
        )

    def value(self, name: Name) -> Hashable:
        """What there is to see under a name, the same value for things that look the same."""
        if name not in self._values:
            self._values[name] = self._value(*name)
        return self._values[name]

    def _value(self, kind: str, name: str) -> Hashable:
        if kind == "preferences":
            return _hashable(getattr(self._programme.preferences, name))
        if kind == "page":
            return _hashable(self._edition.contents.get(name) if name else tuple(self._edition.contents))
        if kind == "picture":
            return Same(self._edition.pictures.get(name)) if name else tuple(self._edition.pictures)
        if name == "weeks":
            return _weeks_number(self._programme.weeks)
        if name == "dates":
            return tuple(session.date for week in self._programme.weeks for session in week.sessions)
        return _hashable(getattr(self._programme, name))


class _SeenProgramme:
    def __init__(self, programme: Programme, weeks: tuple[Week, ...], note: Callable[[str, str], None]) -> None:
        self._programme, self._weeks, self._note = programme, weeks, note
        self.preferences = _SeenPreferences(programme.preferences, note)

    @property
    def weeks(self) -> tuple[Week, ...]:
        self._note("programme", "weeks")
        return self._weeks

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the programme has
        self._note("programme", name)
        return getattr(self._programme, name)


class _SeenPreferences:
    def __init__(self, preferences: Preferences, note: Callable[[str, str], None]) -> None:
        self._preferences, self._note = preferences, note

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the preferences have
        self._note("preferences", name)
        return getattr(self._preferences, name)


class _Noting(Mapping[str, Thing]):
    def __init__(self, things: Mapping[str, Thing], kind: str, note: Callable[[str, str], None]) -> None:
        self._things, self._kind, self._note = things, kind, note

    def __getitem__(self, name: str) -> Thing:
        if self._things:
            self._note(self._kind, name)
        return self._things[name]

    def __iter__(self) -> Iterator[str]:
        self._note(self._kind, "")
        return iter(self._things)

    def __len__(self) -> int:
        self._note(self._kind, "")
        return len(self._things)

    def __bool__(self) -> bool:
        return bool(self._things)  # whether the pages are counted, which is the same for all that is kept


class _SeenSession(Session):
    """A session that tells when its date is read; everything else of it goes with the weeks.

    A copy of it that differs has read the date already and has nothing to tell.
    """

    @property
    def date(self) -> dt.date | None:
        self.__dict__.get("see", int)()
        when: dt.date | None = self.__dict__["date"]
        return when

    @date.setter
    def date(self, when: dt.date | None) -> None:
        self.__dict__["date"] = when


def _seen_week(week: Week, see: Callable[[], None]) -> Week:
    return replace(week, sessions=tuple(_seen_session(session, see) for session in week.sessions))


def _seen_session(session: Session, see: Callable[[], None]) -> Session:
    seen = object.__new__(_SeenSession)
    for name in _PLAIN_FIELDS:
        object.__setattr__(seen, name, getattr(session, name))
    seen.__dict__.update(date=session.date, see=see)
    return seen


_numbers = count()


@lru_cache(maxsize=_MOST_WEEKS)
def _number_of(weeks: tuple[Week, ...], /) -> int:
    """The same number for equal weeks, as long as they are remembered; never one that others had."""
    del weeks
    return next(_numbers)


def _weeks_number(weeks: tuple[Week, ...]) -> int:
    """Of weeks without their dates."""
    return _number_of(
        tuple(replace(week, sessions=tuple(replace(one, date=None) for one in week.sessions)) for week in weeks)
    )


def _hashable(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple((key, _hashable(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_hashable, value))
    return frozenset(value) if isinstance(value, set) else value
