"""How long moves and sessions take, in seconds and in minutes; and the boxes there are to fill in."""

from collections.abc import Iterable

from hipplan.plan.catalogue import Version, catalogue
from hipplan.plan.programme import Prescription
from hipplan.resources import read_toml

_RATINGS = 4  # date, worst pain, effort, pain next morning


def version_done(prescription: Prescription) -> Version:
    """Find the version of a move that a prescription uses."""
    move = catalogue()[prescription.move]
    of_level = [v for v in (*move.versions, *move.easy) if v.level == prescription.level]
    same_tempo = [v for v in of_level if v.tempo == prescription.tempo] or of_level
    bare = [v for v in same_tempo if v.kit is None]
    return next((v for v in same_tempo if v.kit in prescription.equipment), (bare or same_tempo)[0])


def move_seconds(prescription: Prescription) -> int:
    """Time for all sets on both sides, rests and setting up."""
    time = read_toml("assets", "progression.toml")["time"]
    sides = 2 if prescription.per_side else 1
    work = sides * prescription.reps * version_done(prescription).rep_s
    sets = prescription.sets
    total: int = sets * (work + time["change_sides_s"]) + (sets - 1) * prescription.rest_s + time["set_up_s"]
    return total


def session_seconds(prescriptions: Iterable[Prescription]) -> int:
    """Time for a session with its warm-up."""
    warm_up: int = read_toml("assets", "progression.toml")["time"]["warm_up_s"]
    return warm_up + sum(map(move_seconds, prescriptions))


def minutes(seconds: int) -> int:
    """Round to the nearest whole minute, half a minute up."""
    return (seconds + 30) // 60


def marks(prescriptions: Iterable[Prescription], log_detail: str) -> int:
    """Count what is ticked or filled in: boxes, four ratings, and the weight or band of each loaded move."""
    total = _RATINGS
    for prescription in prescriptions:
        boxes = {"simple": 1, "sets": prescription.sets, "sides": 2 * prescription.sets}[log_detail]
        total += boxes + (prescription.load is not None)
    return total
