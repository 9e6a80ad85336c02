"""What an author of poses may write, checked."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from hipplan.errors import HipplanError

Number3 = tuple[float, float, float]
Side = Literal["left", "right"]
LIMBS = ("left_leg", "right_leg", "left_arm", "right_arm")


class PoseError(HipplanError):
    """A pose file that cannot be read as a pose; names the file, the frame and the key."""


class Strict(BaseModel):
    """No unknown key, nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Camera(Strict):
    """Where the viewer stands: yaw 0 in front, +90 at the figure's left; pitch looks down. Degrees."""

    yaw: float = 0.0
    pitch: float = 8.0


class Pelvis(Strict):
    """Height in metres, unless a knee or the ground gives it; pitch forward, roll and yaw to the left."""

    at: tuple[float, float] = (0.0, 0.0)
    height: float | None = None
    pitch: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0


class Spine(Strict):
    """Bend forward, to the left, and twist to the left, shared out over the joints."""

    flex: float = 0.0
    side: float = 0.0
    twist: float = 0.0


class Neck(Strict):
    """Nod forward, tilt left, look left."""

    flex: float = 0.0
    side: float = 0.0
    turn: float = 0.0


class Shoulder(Strict):
    """Shift of the shoulder joint, metres."""

    out: float = 0.0
    up: float = 0.0
    forward: float = 0.0


class PlantedLeg(Strict):
    """Foot on the floor at a place; the knee follows. `knee` in degrees sets the height of the pelvis."""

    plant: tuple[float, float]
    height: float = 0.0
    toe_out: float = 0.0
    knee: float | None = None
    knee_out: float = 0.0
    heel_up: float = 0.0
    tilt: float = 0.0


class HungLeg(Strict):
    """Joint angles: hip flexion, abduction, external rotation; knee; ankle dorsiflexion (and eversion)."""

    hip: Number3
    knee: float = 0.0
    ankle: tuple[float] | tuple[float, float] = (0.0,)


class MeetingLeg(Strict):
    """The foot stays on the other foot, `gap` metres above it; the knee opens by `swivel` degrees."""

    meet: Side
    gap: float = 0.09
    swivel: float = 0.0
    foot_lift: float = 0.0


class Hand(Strict):
    """What every arm may say of its hand; `fist` for holding."""

    fingers: Number3 | None = None
    palm: Number3 | None = None
    turn: float = 0.0
    fist: bool = False
    pole: Number3 | None = None


class ReachingArm(Hand):
    """The hand on a spot of the body or of a thing; offset in the spot's own frame, metres."""

    to: str
    contact: Literal["palm", "tip", "wrist"] = "palm"
    offset: Number3 = (0.0, 0.0, 0.0)
    toward: bool = False


class TouchingArm(Hand):
    """The hand at a place in the room."""

    at: Number3
    contact: Literal["palm", "tip", "wrist"] = "palm"
    toward: bool = False


class AimingArm(Hand):
    """The arm along a direction in the room."""

    aim: Number3
    elbow: float = 0.0


class SwungArm(Hand):
    """Plane (0 sideways, 90 forward), elevation and axial rotation of the upper arm; elbow flexion."""

    shoulder: Number3
    elbow: float = 0.0


Leg = PlantedLeg | HungLeg | MeetingLeg
Arm = ReachingArm | TouchingArm | AimingArm | SwungArm


class Chair(Strict):
    """A chair by the middle of its seat; facing in degrees, 0 as the figure faces. Height of the seat."""

    at: tuple[float, float]
    height: float = 0.44
    facing: float = 0.0


class Weight(Strict):
    """A dumbbell or kettlebell in a hand, or between both hands at the chest."""

    hand: Side
    both: bool = False


class Band(Strict):
    """A loop round both thighs at a share of the bone; `flare` metres wider at its edge towards the hips."""

    t: float = 0.82
    flare: float = 0.0


class Block(Strict):
    """A box on the floor: middle, size, turn: step, folded towel, pillow, table or wall."""

    kind: Literal["step", "towel", "pillow", "table", "wall"]
    at: Number3
    size: Number3
    turn: float = 0.0


class Props(Strict):
    """Things beside the body."""

    chair: Chair | None = None
    dumbbell: Weight | None = None
    kettlebell: Weight | None = None
    band: Band | None = None
    blocks: tuple[Block, ...] = ()


class Arrow(Strict):
    """The way of a joint since another frame, as it is seen; screen metres for shift, offset, from and to."""

    joint: str
    frame: str | None = None
    about: str | None = None
    offset: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    trim: tuple[float, float] = (0.0, 0.0)
    bend: float = 0.0
    start: tuple[float, float] | None = None
    end: tuple[float, float] | None = None
    dashed: bool = False


class Ghost(Strict):
    """An earlier pose of some parts, faint and dashed."""

    parts: tuple[str, ...]
    frame: str | None = None


class HipLine(Strict):
    """The dotted line across the hip bones: level or not is seen at once."""

    length: float = 0.34
    mark: Literal["none", "tick", "cross"] = "none"
    mark_on: Literal["left", "right"] = "right"  # of the picture, as it is drawn


class Look(Strict):
    """Who is shown: hair and build vary a little from move to move; `shoes` off for one test."""

    hair: Literal["short", "bun", "bob", "crop"] = "short"
    grey: bool = False
    width: float = 1.0
    limbs: float = 1.0
    head: float = 1.0
    shoes: bool = True


class Pose(Strict):
    """One frame, complete."""

    name: str
    key: str | None = None
    drawn: bool = True  # False: only lends its ghost to another frame
    side: Side = "right"
    working: tuple[str, ...] = ()
    helping: tuple[str, ...] = ()
    camera: Camera = Camera()
    look: Look = Look()
    icon: bool = False
    back_view: float = 0.0  # metres to the left at which the same body is shown again, turned round
    scale: float = 96.0
    mat: bool = False
    mat_size: tuple[float, float, float, float] | None = None
    floor: bool = True
    cross: bool = False
    cross_at: tuple[float, float] | None = None
    pelvis: Pelvis = Pelvis()
    spine: Spine = Spine()
    neck: Neck = Neck()
    left_shoulder: Shoulder = Shoulder()
    right_shoulder: Shoulder = Shoulder()
    left_leg: Leg
    right_leg: Leg
    left_arm: Arm = SwungArm(shoulder=(35, 9, 0), elbow=12)
    right_arm: Arm = SwungArm(shoulder=(35, 9, 0), elbow=12)
    props: Props = Props()
    balance: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    ghost: Ghost | None = None
    arrows: tuple[Arrow, ...] = ()
    hip_line: HipLine | None = None
    marks: Mapping[str, str] = Field(default_factory=lambda: {"left": "left_toe", "right": "right_toe"})
    mark_shift: Mapping[str, tuple[float, float]] = Field(default_factory=dict)
    excuse: tuple[str, ...] = ()
