"""The facts of the moves: levels, doses, ranges, kit. Read once from assets/moves.toml and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from hipplan.plan.preferences import Move as MainMove
from hipplan.plan.preferences import MoveOrOption
from hipplan.resources import read_toml

MAIN_MOVES: tuple[str, ...] = get_args(MainMove)
MOVES: tuple[str, ...] = get_args(MoveOrOption)
HIGHEST_LEVEL = 4
WEIGHTS = ("dumbbell", "kettlebell")
PLANNING_KIT = ("mini-band", "dumbbell", "kettlebell", "step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One step of the dose ladder; sets and repetitions are a side."""

    number: int
    sets: int
    reps: int
    rest_s: int
    effort: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A level as it is done with one kind of kit; `words` is the key of its sentences."""

    level: int
    kit: str | None
    load: str | None
    tempo: str
    rep_s: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """Lowest and highest value a physio may set without a flag."""

    sets: tuple[int, int]
    reps: tuple[int, int]
    rest_s: tuple[int, int]
    falls_risk_rest_s: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move, or one inward option of its `parent`."""

    slug: str
    id: str
    parent: str | None
    hold_s: int
    workers: tuple[str, ...]
    stabilisers: tuple[str, ...]
    sources: tuple[str, ...]
    versions: tuple[Version, ...]
    easy: tuple[Version, ...]
    doses: tuple[Dose, ...]
    ranges: Ranges

    def dose(self, number: int) -> Dose:
        """Look up D1 to D7."""
        return self.doses[number - 1]

    def version(self, level: int, kit: tuple[str, ...]) -> Version | None:
        """Choose the version of a level that the kit allows: weight before step, dumbbell before kettlebell."""
        return next((v for v in self.versions if v.level == level and (v.kit is None or v.kit in kit)), None)

    def easy_version(self, level: int, kit: tuple[str, ...]) -> Version | None:
        """Choose the version for an easy week: no weight, no band, normal tempo; a step stays."""
        usual = self.version(level, kit)
        if usual is not None and usual.kit == "step":
            return usual
        return next((v for v in self.easy if v.level == level), usual)

    def kit_cap(self, kit: tuple[str, ...]) -> int:
        """Find the highest level this kit reaches."""
        return max(v.level for v in self.versions if v.kit is None or v.kit in kit)


@cache
def catalogue() -> Mapping[str, Move]:
    """Read every move, in session order."""
    facts = read_toml("assets", "moves.toml")
    return MappingProxyType({slug: _move(slug, facts) for slug in MOVES})


def _move(slug: str, facts: Mapping[str, Any]) -> Move:
    row = facts["moves"][slug]
    family = row["family"]
    return Move(
        slug=slug,
        id=row["id"],
        parent=row.get("parent"),
        hold_s=row["hold_s"],
        workers=tuple(row["workers"]),
        stabilisers=tuple(row["stabilisers"]),
        sources=tuple(row["sources"]),
        versions=tuple(_version(version, bare="") for version in row["versions"]),
        easy=tuple(_version(version, bare="-easy") for version in row["easy"]),
        doses=tuple(_dose(dose, family) for dose in facts["doses"]),
        ranges=Ranges(
            falls_risk_rest_s=facts["falls_risk_rest"][family],
            **{name: tuple(limits) for name, limits in facts["ranges"][family].items()},
        ),
    )


def _version(row: Mapping[str, Any], *, bare: str) -> Version:
    kit = row.get("kit")
    return Version(
        level=row["level"],
        kit=kit,
        load=row.get("load"),
        tempo=row["tempo"],
        rep_s=row["rep_s"],
        words=f"{row['level']}-{kit}" if kit else f"{row['level']}{bare}",
    )


def _dose(row: Mapping[str, Any], family: str) -> Dose:
    sets, reps, rest_s = row[family]
    low, high = row["effort"]
    return Dose(number=row["number"], sets=sets, reps=reps, rest_s=rest_s, effort=(low, high))
