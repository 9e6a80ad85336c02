"""A spread of workbooks that the tests measure, each built once in a run."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.errors import PlanRefusedError
from hipplan.plan.preferences import Precaution, Preferences, parse_preferences
from hipplan.plan.programme import Programme
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render
from hipplan.workbook.template import Template, read_template

LONG = "Bartholomew-Maximilian von Habsburg-Lothringen of Great Yarmouth and Little Wick"
NOTES = ("Go slowly with the left hip. " * 30)[:600].strip()
PEOPLE = {
    "name": "Ana Example",
    "id": "A-17",
    "clinician": "Sam Sample",
    "clinic": "Example Physio",
    "phone": "555 0100",
    "emergency": "112",
    "review": "2026-12-28",
}
CHOICES: Mapping[str, Mapping[str, object]] = {
    "default": {},
    "letter": {"paper": "letter"},
    "one-session": {"weeks": 1, "sessions": 1},
    "two-weeks": {"weeks": 2, "sessions": 2, "paper": "letter"},
    "16-weeks": {"weeks": 16, "level": "intermediate"},
    "16-weeks-of-6": {"weeks": 16, "sessions": 6, "level": "intermediate", "equipment": "mini-band,dumbbell"},
    "12-weeks-letter": {
        "weeks": 12,
        "level": "intermediate",
        "equipment": "mini-band,dumbbell",
        "paper": "letter",
        **PEOPLE,
    },
    "6-sessions": {
        "sessions": 6,
        "weeks": 5,
        "level": "intermediate",
        "precautions": "hip-osteoarthritis,falls-risk",
        **PEOPLE,
    },
    "five-sessions-letter": {"sessions": 5, "level": "intermediate", "paper": "letter", "log_detail": "sides"},
    "sides": {"log_detail": "sides", "first_side": "left"},
    "sides-letter": {"log_detail": "sides", "paper": "letter", "inward": True},
    "simple": {"log_detail": "simple", **PEOPLE},
    "simple-letter": {"log_detail": "simple", "paper": "letter"},
    "dates": {"start": "2026-11-30", "days": "mon,wed,fri", **PEOPLE},
    "dates-of-8-weeks": {"start": "2026-11-30", "weeks": 8, "level": "intermediate", "hip": "left"},
    "inward": {"inward": True, "weeks": 9, "level": "intermediate", "equipment": "kettlebell,step"},
    "inward-letter": {"inward": True, "sessions": 2, "weeks": 3, "paper": "letter", **PEOPLE},
    "pain-0-1": {"pain_ok": 0, "pain_stop": 1},
    "pain-4-5-letter": {"pain_ok": 4, "pain_stop": 5, "paper": "letter"},
    "two-moves": {"skip": "squat-turn,fire-hydrant,side-lunge-reach", "max_minutes": 20},
    "easier": {"easier": "squat-turn,hinge-reach,side-lunge-reach,fire-hydrant,clam", "one_leg_stand": 8},
    "kit": {
        "equipment": "mini-band,dumbbell,kettlebell,step,mat,towel,chair,wall",
        "weeks": 8,
        "level": "intermediate",
    },
    "own-words": {
        **PEOPLE,
        "name": "İpek Nguyễn",
        "clinic": "Иванова и Παπαδόπουλος",
        "goals": ["Climb the stairs without the rail", "Dance with Ọ̀ṣun"],
        "notes_for": {
            "clam": "Медленно: keep the pillow.",
            "fire-hydrant-inward": "Small and slow.",
            "squat-turn": "x",
        },
        "inward": True,
        "skip": "squat-turn",
        "start": "2026-11-30",
    },
    "own-words-letter": {
        "goals": ["W" * 80] * 3,
        "notes_for": {"clam": "W" * 160, "clam-inward": "Foot up."},
        "notes": "a\n" * 9,
        "emergency_country": "GB",
        "inward": True,
        "weeks": 1,
        "sessions": 2,
        "paper": "letter",
    },
    "long-texts": {
        "name": LONG,
        "id": "ABCDEFGHIJ-KLMNOPQRST-1234567890-UVWXYZ1",
        "clinician": LONG,
        "clinic": LONG,
        "phone": "+44 20 7946 0958 ext. 1234567",
        "emergency": "112 or 999 or 0118 999 881 999",
        "notes": NOTES,
        "hip": "both",
        "review": "2026-12-28",
    },
    "long-words-letter": {
        "name": "W" * 80,
        "id": "M" * 40,
        "clinician": "W" * 80,
        "clinic": "W" * 80,
        "phone": "0" * 30,
        "emergency": "W" * 30,
        "notes": "W" * 600,
        "paper": "letter",
    },
    "left": {"hand": "left"},
    "left-sides-letter": {
        "hand": "left",
        "log_detail": "sides",
        "paper": "letter",
        "weeks": 8,
        "level": "intermediate",
        "equipment": "mini-band,dumbbell",
        "grey": True,
    },
    "left-simple": {"hand": "left", "log_detail": "simple", "start": "2026-11-30", "days": "mon,wed,fri", **PEOPLE},
    "left-6-sessions": {"hand": "left", "sessions": 6, "level": "intermediate", "spare_weeks": 2},
    "grey": {"grey": True, "inward": True, **PEOPLE},
    "grey-duplex-letter": {"grey": True, "duplex": True, "paper": "letter", **PEOPLE},
    "duplex-12-weeks": {"duplex": True, "weeks": 12, "level": "intermediate", "equipment": "kettlebell"},
    "no-spare-week": {"spare_weeks": 0, "weeks": 6},
    "four-spare-weeks": {"spare_weeks": 4, "weeks": 8, "level": "intermediate"},
    **{f"only-{slug}": {"precautions": slug, "weeks": 2, "sessions": 2} for slug in get_args(Precaution)},
    **{
        f"cleared-{slug}": {
            "precautions": slug,
            "paper": "letter",
            "weeks": 1,
            "sessions": 1,
            "cleared": "squat-turn,hinge-reach,side-lunge-reach,fire-hydrant,clam",
            "inward": True,
        }
        for slug in get_args(Precaution)
    },
}


@dataclass(frozen=True, slots=True)
class Built:
    """A programme, its file, and the pages read back."""

    programme: Programme
    pdf: bytes
    count: int
    pages: tuple[PageSeen, ...]

    @property
    def preferences(self) -> Preferences:
        return self.programme.preferences


def build(choices: Mapping[str, object], template: Template | None = None) -> Built:
    """Plan, draw and read back."""
    programme = plan_programme(parse_preferences(choices))
    workbook = render(programme, template)
    return Built(programme, workbook.pdf, workbook.pages, read_pdf(workbook.pdf, inside_drawings=False))


@cache
def built(name: str) -> Built:
    """One of the spread, by name."""
    return build(CHOICES[name])


@cache
def built_by(template: str, name: str) -> Built:
    """One of the spread, by a shipped template."""
    return build(CHOICES[name], read_template(template))


@cache
def built_large_by(template: str, name: str) -> Built:
    """The same in large print."""
    return build({**CHOICES[name], "text_size": "large"}, read_template(template))


@cache
def names() -> tuple[str, ...]:
    """Every workbook of the spread that has a plan."""
    return tuple(name for name, choices in CHOICES.items() if _is_planned(choices))


def _is_planned(choices: Mapping[str, object]) -> bool:
    try:
        plan_programme(parse_preferences(choices))
    except PlanRefusedError:
        return False
    return True
