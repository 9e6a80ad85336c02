"""A programme that notes what is read of it, so that a page can be kept by exactly what its drawing looked at."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import lru_cache
from itertools import count
from typing import Any, TypeVar, cast

from hipplan.plan.preferences import Preferences
from hipplan.plan.programme import Prescription, Programme, Session, Week
from hipplan.workbook.edition import Edition

Thing = TypeVar("Thing")
Name = tuple[str, Hashable]
"""What was looked at: a kind, such as preferences, and a name of that kind."""
Note = Callable[[str, Hashable], None]
Ask = Callable[..., object]
Asked = tuple[Callable[..., object], tuple[Hashable, ...]]
_MOST_WEEKS = 4096
_OF_SESSION = tuple(field.name for field in fields(Session) if field.name != "date")


class Look:
    """Looks at one programme through `edition`; `value` says what there was to see under a name."""

    def __init__(self, edition: Edition) -> None:
        self._programme, self._edition = edition.programme, edition
        self.noted: set[Name] = set()
        self._values: dict[Name, Hashable] = {}
        self._answers: dict[Hashable, object] = {}
        weeks = tuple(_seen_week(week, self._note) for week in self._programme.weeks)
        seen = _SeenProgramme(self._programme, weeks, self._note, self._answer, self._answer_of_preferences)
        self._seen = cast("Programme", seen)

    def _note(self, kind: str, name: Hashable) -> None:
        self.noted.add((kind, name))

    def _answer_of_preferences(self, function: Callable[..., object], *args: Hashable) -> object:
        self._note("chosen", (function, args))
        return function(self._programme.preferences, *args)

    def _answer(self, function: Callable[..., object], *args: Hashable) -> object:
        """What a function says of the programme; a week is asked about by its number."""
        asked = function, tuple(_Numbered(one.number) if isinstance(one, Week) else one for one in args)
        self._note("asked", asked)
        return self._answered(asked)

    def _answered(self, asked: Asked) -> object:
        if asked not in self._answers:
            function, args = asked
            weeks = self._programme.weeks
            given = (weeks[one - 1] if isinstance(one, _Numbered) else one for one in args)
            self._answers[asked] = function(self._programme, *given)
        return self._answers[asked]

    @contextmanager
    def noting(self) -> Iterator[set[Name]]:
        """What is looked at meanwhile."""
        before, self.noted = self.noted, set()
        try:
            yield self.noted
        finally:
            self.noted = before

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

    def _value(self, kind: str, name: Any) -> Hashable:  # noqa: ANN401  whatever such a kind has for names
        match kind, name:
            case "asked" | "chosen", _:
                return self._answer_if_any(kind, name)
            case "week" | "head", _:
                return self._of_week(kind, name)
            case "page" | "picture", _:
                return self._of_edition(kind, name)
            case "programme", "weeks":
                return len(self._programme.weeks)
            case "programme", "dates":
                return tuple(session.date for week in self._programme.weeks for session in week.sessions)
        return _hashable(getattr(self._programme if kind == "programme" else self._programme.preferences, name))

    def _answer_if_any(self, kind: str, asked: Asked) -> Hashable:
        """Another programme may have been asked about a week or a move that this one has not."""
        function, args = asked
        try:
            return _hashable(self._answered(asked) if kind == "asked" else function(self._programme.preferences, *args))
        except (LookupError, ValueError, StopIteration):
            return "no answer"

    def _of_week(self, kind: str, number: int) -> Hashable:
        if number > len(self._programme.weeks):
            return None
        week = self._programme.weeks[number - 1]
        return _week_number(week) if kind == "week" else (week.kind, week.aim, week.test)

    def _of_edition(self, kind: str, name: str) -> Hashable:
        things: Mapping[str, object] = self._edition.contents if kind == "page" else self._edition.pictures
        if not name:
            return tuple(things)
        return _hashable(things.get(name))


class _SeenProgramme:
    """`answer` and that of the preferences are asked in the place of functions of them."""

    def __init__(self, programme: Programme, weeks: tuple[Week, ...], note: Note, answer: Ask, chosen: Ask) -> None:
        self._programme, self._weeks, self._note, self.answer = programme, weeks, note, answer
        self.preferences = _SeenPreferences(programme.preferences, note, chosen)

    @property
    def weeks(self) -> tuple[Week, ...]:
        """As many as there are; each tells by itself when it is looked at."""
        self._note("programme", "weeks")
        return self._weeks

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the programme has
        self._note("programme", name)
        return getattr(self._programme, name)


class _SeenPreferences:
    def __init__(self, preferences: Preferences, note: Note, answer: Ask) -> None:
        self._preferences, self._note, self.answer = preferences, note, answer

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever the preferences have
        self._note("preferences", name)
        return getattr(self._preferences, name)


class _Noting(Mapping[str, Thing]):
    def __init__(self, things: Mapping[str, Thing], kind: str, note: Note) -> None:
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


class _Numbered(int):
    """The number of a week, in the place of the week."""


def _told(name: str, kind: str, key: str = "") -> Any:  # noqa: ANN401  a property in the place of a field
    """A field that tells when it is read; a copy that differs has read it already and has nothing to tell."""

    def read(self: Week | Session) -> object:
        note = self.__dict__.get("note")
        if note:
            note(kind, key or self.number)
        return self.__dict__[name]

    def write(self: Week | Session, value: object) -> None:
        self.__dict__[name] = value

    return property(read, write)


class _SeenWeek(Week):
    """A week that tells when more of it than its number is read."""

    kind = _told("kind", "head")
    aim = _told("aim", "head")
    test = _told("test", "head")
    sessions = _told("sessions", "week")


class _SeenSession(Session):
    """A session that tells when its date is read; everything else of it goes with its week."""

    date = _told("date", "programme", "dates")


def _seen_week(week: Week, note: Note) -> Week:
    seen = object.__new__(_SeenWeek)
    object.__setattr__(seen, "number", week.number)
    sessions = tuple(_seen_session(session, note) for session in week.sessions)
    seen.__dict__.update(kind=week.kind, aim=week.aim, test=week.test, sessions=sessions, note=note)
    return seen


def _seen_session(session: Session, note: Note) -> Session:
    """Without the reasons of its numbers, which no page prints, so pages that differ in them alone are one."""
    seen = object.__new__(_SeenSession)
    for name in _OF_SESSION:
        object.__setattr__(seen, name, getattr(session, name))
    object.__setattr__(seen, "prescriptions", tuple(map(_bare, session.prescriptions)))
    seen.__dict__.update(date=session.date, note=note)
    return seen


@lru_cache(maxsize=2048)
def _bare(prescription: Prescription, /) -> Prescription:
    return replace(prescription, reasons=())


_numbers = count()


@lru_cache(maxsize=_MOST_WEEKS)
def _number_of(week: Week, /) -> int:
    """The same number for equal weeks, as long as they are remembered; never one that others had."""
    del week
    return next(_numbers)


def _week_number(week: Week) -> int:
    """Of a week without its dates and reasons."""
    bare = (
        replace(session, date=None, prescriptions=tuple(map(_bare, session.prescriptions))) for session in week.sessions
    )
    return _number_of(replace(week, sessions=tuple(bare)))


def _hashable(value: object) -> Hashable:
    if isinstance(value, Mapping):
        return tuple((key, _hashable(one)) for key, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(_hashable, value))
    return frozenset(value) if isinstance(value, set) else value
