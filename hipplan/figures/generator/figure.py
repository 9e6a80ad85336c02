"""A pose made flesh: skeleton, surfaces and what the checks ask of them."""

from dataclasses import dataclass

from hipplan.figures.generator.flesh import flesh
from hipplan.figures.generator.mesh import Piece
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.skeleton import Skeleton
from hipplan.figures.generator.solving import solve
from hipplan.figures.generator.things import spots, things


@dataclass(frozen=True, slots=True)
class Figure:
    """A posed body and its things. `pose` has the pelvis height that was found."""

    pose: Pose
    skeleton: Skeleton
    body: tuple[Piece, ...]
    things: tuple[Piece, ...]

    def lowest(self, name: str) -> float:
        """Height in metres of the lowest point of a part or of a whole limb."""
        return min(float(p.vertices[:, 2].min()) for p in self.body if name in {p.part, p.limb})


def build(pose: Pose) -> Figure:
    """Solve and dress a pose; one that rests on the ground is lowered onto it. Raises PoseError."""
    places = spots(pose)
    skeleton = solve(pose, places)
    if pose.ground:
        draft = flesh(pose, skeleton)
        under = min(float(p.vertices[:, 2].min()) for p in draft if {p.part, p.limb} & set(pose.ground))
        height = float(skeleton.bones["pelvis"].start[2]) - under
        pose = pose.model_copy(update={"pelvis": pose.pelvis.model_copy(update={"height": height}), "ground": ()})
        skeleton = solve(pose, places)
    return Figure(pose, skeleton, tuple(flesh(pose, skeleton)), tuple(things(pose, skeleton)))
