"""From a pose to a skeleton: trunk first, then legs, then arms; slid until it balances."""

from collections.abc import Mapping

import numpy as np

from hipplan.figures.generator.arms import add_arm
from hipplan.figures.generator.body import bones
from hipplan.figures.generator.legs import add_legs, pelvis_height
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.skeleton import SIDES, Bone, Skeleton, centre_of_mass
from hipplan.figures.generator.turning import UP, Matrix, Vector, about_x, about_y, about_z

ROUNDS = 40  # of sliding the pelvis until the figure balances


def solve(pose: Pose, spots: Mapping[str, tuple[Vector, Matrix]] | None = None) -> Skeleton:
    """The skeleton of a pose. `spots` are places on things: origin and frame. Raises PoseError."""
    at = np.array(pose.pelvis.at, dtype=float)
    skeleton = _stand(pose, at, dict(spots or {}))
    if not pose.balance:
        return skeleton
    for _ in range(ROUNDS):
        aim = np.mean([skeleton.joint(foot.replace("_leg", "_sole"))[:2] for foot in pose.balance], axis=0)
        away = aim - centre_of_mass(skeleton)[:2]
        if np.abs(away).max() < 1e-5:  # a hundredth of a millimetre
            break
        at = at + 0.9 * away
        skeleton = _stand(pose, at, dict(spots or {}))
    return skeleton


def _stand(pose: Pose, at: Vector, spots: dict[str, tuple[Vector, Matrix]]) -> Skeleton:
    skeleton = Skeleton(spots=spots)
    p = pose.pelvis
    frame = about_z(p.yaw) @ about_y(p.pitch) @ about_x(-p.roll)
    origin = np.array([at[0], at[1], pelvis_height(pose, at, frame)])
    _trunk(skeleton, pose, origin, frame)
    add_legs(skeleton, pose, origin, frame)
    for side in SIDES:
        add_arm(skeleton, pose, side)
    return skeleton


def _trunk(skeleton: Skeleton, pose: Pose, origin: Vector, frame: Matrix) -> None:
    b, s, n = bones(), pose.spine, pose.neck
    base = origin + frame @ b.lumbar_base
    skeleton.bones["pelvis"] = Bone(origin, base, frame)
    lumbar = frame @ about_z(0.25 * s.twist) @ about_y(0.55 * s.flex) @ about_x(-0.5 * s.side)
    top = base + lumbar @ (UP * b.lumbar)
    skeleton.bones["lumbar"] = Bone(base, top, lumbar)
    thorax = lumbar @ about_z(0.75 * s.twist) @ about_y(0.45 * s.flex) @ about_x(-0.5 * s.side)
    nape = top + thorax @ b.neck_base
    skeleton.bones["thorax"] = Bone(top, nape, thorax)
    half = about_z(0.5 * n.turn) @ about_y(0.5 * n.flex) @ about_x(-0.5 * n.side)
    neck = thorax @ half
    chin = nape + neck @ (UP * b.neck)
    skeleton.bones["neck"] = Bone(nape, chin, neck)
    head = neck @ half
    skeleton.bones["head"] = Bone(chin, chin + head @ (UP * 0.17), head)
