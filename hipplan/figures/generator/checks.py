"""What a physio and a printer would object to in a figure, measured. A pose may excuse what it is meant to break."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from hipplan.figures.generator.angles import joint_angles, ranges
from hipplan.figures.generator.body import bones
from hipplan.figures.generator.figure import Figure, build
from hipplan.figures.generator.ink import COLOURS
from hipplan.figures.generator.mesh import MATERIALS
from hipplan.figures.generator.mirroring import mirrored, other_side
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.raster import Scene, View, look
from hipplan.figures.generator.skeleton import SIDES, Skeleton
from hipplan.figures.generator.solving import solve
from hipplan.figures.generator.support import balance_margin, gaps, soles
from hipplan.figures.generator.things import spots
from hipplan.figures.generator.volumes import overlaps

OFF = 0.0005  # metres a bone may be off its length: a hand feels its way to its target
ROUNDING = 1e-3  # degrees a joint may be over its range
REACH, FLOOR, SOLE, CONTACT, BALANCE, OVERLAP = 0.001, 0.022, 0.002, 0.025, 0.005, 0.008
LIMB_SEEN, HEAD_SEEN = 0.45, 0.30
LARGE = 0.10  # of the picture
SAME = 1e-9
MODEL = 0.4
LIMB_OF = {
    f"{side}_{name}": f"{side}_{limb}" for side in SIDES for name, limb in (("shank", "leg"), ("forearm", "arm"))
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: which picture, which check, where on the body, what was measured and what is allowed."""

    key: str
    check: str
    limb: str
    measured: str
    limit: str

    @property
    def words(self) -> set[str]:
        """What an excuse may call it."""
        limbs = self.limb.split("/")
        return {self.check, f"{self.check}:{self.limb}", f"{self.check}:{'/'.join(limbs[::-1])}"}

    def __str__(self) -> str:
        return f"{self.key}: {self.check}: {self.limb}: {self.measured} ({self.limit})"


Fault = tuple[str, str, str]  # limb, measured, limit


def findings(figure: Figure) -> list[Finding]:
    """All faults of a figure, without those its pose excuses; an excuse for nothing is a fault too."""
    pose, scene = figure.pose, seen(figure)
    faults = [(name, fault) for name, check in OF_THE_BODY.items() for fault in check(figure)]
    faults += [(name, fault) for name, check in OF_THE_VIEW.items() for fault in check(figure, scene)]
    found = [Finding(str(pose.key), name, *fault) for name, fault in faults]
    words = {word for fault in found for word in fault.words}
    idle = [Finding(str(pose.key), "excuse", word, "excuses nothing", "take it out") for word in pose.excuse]
    kept = [fault for fault in found if not fault.words & {*pose.excuse}]
    return kept + [fault for fault in idle if fault.limb not in words]


def both_sides(pose: Pose) -> list[Finding]:
    """The faults of a pose, and those that only its mirror has. Raises PoseError."""
    found = findings(build(pose))
    known = {word for fault in found for word in fault.words}
    other = [
        fault for fault in findings(build(mirrored(pose))) if other_side(f"{fault.check}:{fault.limb}") not in known
    ]
    return found + [replace(fault, key=f"{fault.key} mirrored") for fault in other]


def _lengths(figure: Figure) -> Iterator[Fault]:
    measures = bones()
    asked = {"thigh": measures.thigh, "shank": measures.shank, "foot": measures.toe_forward}
    asked |= {"upper_arm": measures.upper_arm, "forearm": measures.forearm, "hand": measures.hand}
    wanted = {f"{side}_{name}": length for side in SIDES for name, length in asked.items()}
    stretched = {limb for limb, short in figure.skeleton.short.items() if short > REACH}  # found by reach
    for name, length in (wanted | {"lumbar": measures.lumbar, "neck": measures.neck}).items():
        bone = figure.skeleton.bones[name]
        long = float(np.linalg.norm(bone.end - bone.start))
        if abs(long - length) > OFF and not stretched & {LIMB_OF.get(name, "")}:
            yield name, f"{1000 * long:.1f} mm long", f"is {1000 * length:.0f} mm"


def _range(figure: Figure) -> Iterator[Fault]:
    angles = joint_angles(figure.skeleton)
    for name, (low, high) in ranges(angles).items():
        if not low - ROUNDING <= angles[name] <= high + ROUNDING:
            yield name, f"{angles[name]:.1f} degrees", f"{low:g} to {high:g}"


def _reach(figure: Figure) -> Iterator[Fault]:
    for limb, short in figure.skeleton.short.items():
        if short > REACH:
            yield limb, f"{1000 * short:.0f} mm too short for its target", f"at most {1000 * REACH:.0f} mm"


def _floor(figure: Figure) -> Iterator[Fault]:
    for part in dict.fromkeys(piece.part for piece in figure.body):
        low = figure.lowest(part)
        if low < -FLOOR:
            yield part, f"{-1000 * low:.0f} mm under the floor", f"at most {1000 * FLOOR:.0f} mm"


def _soles(figure: Figure) -> Iterator[Fault]:
    for spot, away in soles(figure):
        if abs(away) > SOLE:
            yield spot, f"{1000 * away:+.1f} mm off what it stands on", f"at most {1000 * SOLE:.0f} mm"


def _contacts(figure: Figure) -> Iterator[Fault]:
    for part, away in gaps(figure):
        if away > CONTACT:
            yield part, f"{1000 * away:.0f} mm off what it rests on", f"at most {1000 * CONTACT:.0f} mm"


def _balance(figure: Figure) -> Iterator[Fault]:
    margin = balance_margin(figure)
    if margin < BALANCE:
        yield "body", f"centre of mass {1000 * margin:.0f} mm inside the support", f"at least {1000 * BALANCE:.0f} mm"


def _overlap(figure: Figure) -> Iterator[Fault]:
    for one, two, depth in overlaps(figure.pose, figure.skeleton):
        if depth > OVERLAP:
            yield f"{one}/{two}", f"{1000 * depth:.0f} mm into each other", f"at most {1000 * OVERLAP:.0f} mm"


def _visible(figure: Figure, scene: Scene) -> Iterator[Fault]:
    shares = scene.shares
    for limb, least in {**dict.fromkeys(figure.pose.working, LIMB_SEEN), "head": HEAD_SEEN}.items():
        if shares[limb] < least:
            yield limb, f"{100 * shares[limb]:.0f} % visible", f"at least {100 * least:.0f} %"


def _grey(figure: Figure, scene: Scene) -> Iterator[Fault]:
    if not figure.pose.working:
        return
    for material, share in areas(scene).items():
        if share > LARGE and material != "accent" and grey(COLOURS[material]) <= grey(COLOURS["accent"]):
            yield (
                material,
                f"{100 * share:.0f} % of the picture and darker than the working limb",
                f"{100 * LARGE:.0f} %",
            )


def _mirror(figure: Figure) -> Iterator[Fault]:
    pose = mirrored(figure.pose)
    other = solve(pose, spots(pose))
    for name, away in apart(figure.skeleton, other).items():
        if away > SAME:
            yield name, f"{away:.1e} m off its mirror image", f"at most {SAME:.0e}"


OF_THE_BODY: dict[str, Callable[[Figure], Iterator[Fault]]] = {
    "length": _lengths,
    "range": _range,
    "reach": _reach,
    "floor": _floor,
    "sole": _soles,
    "contact": _contacts,
    "balance": _balance,
    "overlap": _overlap,
    "mirror": _mirror,
}
OF_THE_VIEW: dict[str, Callable[[Figure, Scene], Iterator[Fault]]] = {"visible": _visible, "grey": _grey}


def apart(one: Skeleton, two: Skeleton) -> dict[str, float]:
    """How far each bone of a skeleton is from the mirror image of the other's, place and frame."""
    flip = np.diag([1.0, -1.0, 1.0])
    swap = {"left": "right", "right": "left"}
    found = {}
    for name, bone in one.bones.items():
        side, _, plain = name.partition("_")
        twin = two.bones[f"{swap[side]}_{plain}" if side in swap else name]
        gaps = [flip @ bone.start - twin.start, flip @ bone.end - twin.end, flip @ bone.frame @ flip - twin.frame]
        found[name] = max(float(np.abs(gap).max()) for gap in gaps)
    return found


def seen(figure: Figure) -> Scene:
    """What the camera sees of a small model: shares are the same, and the pixels far fewer."""
    model = [replace(piece, vertices=piece.vertices * MODEL) for piece in (*figure.body, *figure.things)]
    return look(model, View.of(figure.pose.camera))


def areas(scene: Scene) -> dict[str, float]:
    """Share of the picture that each material covers."""
    seen = scene.layer.material[scene.limb >= 0]
    return {name: float((seen == number).mean()) for number, name in enumerate(MATERIALS) if (seen == number).any()}


def grey(colour: str) -> float:
    """What a grey printer makes of a colour: 0 black, 255 white."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
