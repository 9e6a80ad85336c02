"""Two rosters, the same every time, nobody real: patients who share nothing, and those of a clinic's set-ups."""

from datetime import date, timedelta

Row = dict[str, object]
SET_UPS = 12

_FIRST = ("Ana", "Björn", "Chloé", "Dan", "Emma", "Finn", "Gül", "Hugo", "Inés", "Jo", "Kai", "Lea", "Mia")
_LAST = ("Sample", "Example", "Muster", "Specimen", "Model", "Proof", "Trial")
_KITS: tuple[tuple[str, ...], ...] = ((), ("mini-band",), ("dumbbell", "mat"), ("step", "wall"), ("mini-band", "chair"))
_DAYS: tuple[tuple[str, ...], ...] = ((), ("mon", "wed", "fri"), ("tue", "thu", "sat"))
_MOVES = ("squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant", "clam")
_NOTES = (
    "Go slowly with the left hip. Call me after week {week} about move {move}.",
    "Rest {seconds} seconds more on warm days, and keep a chair near you for move {move}.",
    "You told me that stairs are hard. Watch your knee on step {week}, and stop at {seconds} seconds.",
)


def patient(number: int) -> Row:
    """One patient: name, number, dates and notes are their own, and 16 of the 30 other preferences differ.

    The parts go round at lengths without a common factor, so that two patients share few pages.
    Four weeks of three sessions are for all: the workbook stays near the length of the default one.
    """
    start = date(2027, 1, 4) + timedelta(days=number % 364)
    return {
        "name": f"{_FIRST[number % 13]} {_LAST[number % 7]} {number}",
        "id": f"P-{number:06}",
        "start": start.isoformat(),
        "review": (start + timedelta(days=28 + number % 9)).isoformat(),
        "notes": _NOTES[number % 3].format(week=1 + number % 4, move=1 + number % 5, seconds=10 + number % 49),
        "level": ("novice", "intermediate")[number % 2],
        "equipment": _KITS[number % 5],
        "easier": [_MOVES[number % 5]] if number % 11 < 4 else [],
        "one_leg_stand": (None, 8, 12, 20, 30.5, 41, 45)[number % 7],
        "inward": number % 17 == 3,
        "hip": (None, "left", "right", "both")[number % 4],
        "first_side": (None, "left", "right")[number // 2 % 3],
        "max_minutes": (None, 40, 45, 50, 60, 75, 90, 120)[number % 8],
        "days": _DAYS[number // 5 % 3],
        "pain_ok": (2, 1, 2, 3)[number // 3 % 4],
        "pain_stop": (5, 4, 5)[number // 7 % 3],
        "goals": [f"Walk {10 + number % 31} minutes", "Climb the stairs"][: number % 3],
        "notes_for": {_MOVES[number % 5]: f"Hold on to the chair for the first {1 + number % 6} reps."},
        "log_detail": ("sets", "sets", "simple")[number // 4 % 3],
        "hand": ("right", "right", "right", "left")[number // 6 % 4],
        "clinician": ("Sam Sample", "Robin Example")[number // 9 % 2],
    }


def clinic_patient(number: int) -> Row:
    """One patient of a clinic that uses a dozen set-ups: all that is their own is; the same 16 preferences differ."""
    own, shared = patient(number), patient(number % SET_UPS)
    return shared | {key: own[key] for key in ("name", "id", "start", "review", "notes", "notes_for", "goals")}


def patients(count: int) -> list[Row]:
    """The first so many of them."""
    return [patient(number) for number in range(count)]
