"""The words that may be chosen where there is a list of them, each list in the order it is kept in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

from hipplan.plan.days import Day

Equipment = Literal["mini-band", "dumbbell", "kettlebell", "step", "mat", "towel", "chair", "wall"]
Move = Literal["squat-turn", "hinge-reach", "side-lunge-reach", "fire-hydrant", "clam"]
MoveOrOption = Literal[
    "squat-turn",
    "hinge-reach",
    "side-lunge-reach",
    "fire-hydrant",
    "fire-hydrant-inward",
    "clam",
    "clam-inward",
]
Precaution = Literal[
    "hip-replacement-posterior",
    "hip-replacement-lateral",
    "hip-replacement-anterior",
    "hip-replacement-cleared",
    "hip-surgery",
    "fai",
    "recent-fracture",
    "hip-osteoarthritis",
    "dysplasia",
    "lateral-hip-pain",
    "hamstring-tendon",
    "osteoporosis",
    "osteoporosis-fracture",
    "pregnancy",
    "pelvic-girdle-pain",
    "knee-pain",
    "cannot-kneel",
    "falls-risk",
    "pain-high",
    "back-leg-symptoms",
    "wrist-shoulder",
    "toe-in",
    "heart-lung",
    "under-18",
]

ORDERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "equipment": get_args(Equipment),
        "easier": get_args(Move),
        "precautions": get_args(Precaution),
        "cleared": get_args(MoveOrOption),
        "skip": get_args(MoveOrOption),
        "days": get_args(Day),
    },
)
