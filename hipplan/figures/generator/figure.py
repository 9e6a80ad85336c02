"""A pose made flesh: skeleton, surfaces and what the checks ask of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
    body = tuple(_shod(pose, flesh(pose, skeleton)))
    return Figure(pose, skeleton, body, (*things(pose, skeleton), *_turned_round(pose, body)))


def _shod(pose: Pose, body: Iterable[Piece]) -> Iterator[Piece]:
    for piece in body:
        yield piece if pose.look.shoes else piece.coloured("skin", instead_of=("shoe", "sole"))


def _turned_round(pose: Pose, body: Iterable[Piece]) -> Iterator[Piece]:
    """The same body beside itself, seen from behind; it keeps the names of its limbs, so it gets the same lines."""
    for piece in body if pose.back_view else ():
        yield replace(piece, vertices=piece.vertices * [-1.0, -1.0, 1.0] + [0.0, pose.back_view, 0.0])
