"""Lines and regions of a scene: where limbs hide each other, where cloth changes, what each colour covers."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, gaussian_filter1d
from skimage.measure import find_contours

from hipplan.figures.generator.mesh import Flags, Integers
from hipplan.figures.generator.raster import Scene
from hipplan.figures.generator.turning import Vector

JUMP = 0.016  # metres between neighbours of one limb that make an edge
LONG = 22  # pixels; a shorter edge inside one limb is only a steep place
JUMP_APART = 0.004  # metres between neighbours of two limbs
NEAR_EDGE = 4.5  # pixels; what runs along the silhouette closer than this is no line of its own
SEAM, CONTOUR = 1, 2
BODY = ("left_leg", "right_leg", "left_arm", "right_arm")

Corner = tuple[int, int]


def regions(mask: Flags, *, smooth: float, least: float, level: float = 0.5) -> list[Vector]:
    """Closed outlines (n, 2) as (column, row) of a mask, small ones left out; the first point is not repeated."""
    soft = gaussian_filter(np.pad(mask, 2).astype(float), smooth)
    loops = []
    for loop in find_contours(soft, level):  # type: ignore[no-untyped-call]
        points = loop[:-1, ::-1] - 1.5
        if len(points) > 8 and abs(_area(points)) >= least:
            loops.append(points)
    return loops


def _area(points: Vector) -> float:
    x, y = points[:, 0], points[:, 1]
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def lines(scene: Scene, kind: int, *, least: int) -> list[Vector]:
    """Open or closed rows (n, 2) of pixel corners along the contours or the seams inside the silhouette."""
    links: dict[Corner, list[Corner]] = defaultdict(list)
    clear: set[tuple[Corner, Corner]] = set()
    for way, (kinds, surely) in enumerate(_edges(scene)):
        for row, column in np.argwhere(kinds == kind):
            corner = (int(row) + way, int(column) + 1 - way)
            other = (corner[0] + 1 - way, corner[1] + way)
            _link(links, corner, other)
            if surely[row, column]:
                clear |= {(corner, other), (other, corner)}
    inside = distance_transform_edt(np.pad(scene.limb >= 0, 1))
    found = []
    for chain in _chains(links):
        row = np.array(chain, dtype=float)
        sure = np.mean([step in clear for step in pairwise(chain)])
        if len(chain) > (least if sure > 0.4 else LONG) and not _along_edge(row, inside):
            found.append(row[:, ::-1])
    return found


def _along_edge(row: Vector, inside: Vector) -> bool:
    """Whether most of a line only repeats the silhouette."""
    at = row.astype(int) + 1
    return bool(np.mean(inside[at[:, 0], at[:, 1]] < NEAR_EDGE) > 0.6)  # more than half of it


def _link(links: dict[Corner, list[Corner]], a: Corner, b: Corner) -> None:
    links[a].append(b)
    links[b].append(a)


def _chains(links: dict[Corner, list[Corner]]) -> Iterator[list[Corner]]:
    """Walk from every fork or end; what is left are loops."""
    used: set[tuple[Corner, Corner]] = set()
    starts = [corner for corner, others in links.items() if len(others) != 2]
    for start in [*starts, *links]:
        for following in links[start]:
            if (start, following) not in used:
                yield _walk(links, used, start, following)


def _walk(
    links: dict[Corner, list[Corner]], used: set[tuple[Corner, Corner]], start: Corner, following: Corner
) -> list[Corner]:
    chain = [start]
    here, onward = start, following
    while True:
        used |= {(here, onward), (onward, here)}
        chain.append(onward)
        options = [other for other in links[onward] if (onward, other) not in used]
        if len(links[onward]) != 2 or not options:
            return chain
        here, onward = onward, options[0]


def _edges(scene: Scene) -> tuple[tuple[Integers, Flags], tuple[Integers, Flags]]:
    """Kind of line between a pixel and its right neighbour, and the one below; and where there surely is a line."""
    everywhere, first, last = slice(None), slice(None, -1), slice(1, None)
    return _between(scene, (everywhere, first), (everywhere, last)), _between(
        scene, (first, everywhere), (last, everywhere)
    )


def _between(scene: Scene, here: tuple[slice, slice], there: tuple[slice, slice]) -> tuple[Integers, Flags]:
    layer, limb = scene.layer, scene.limb
    a, b = limb[here], limb[there]
    inside = (a >= 0) & (b >= 0)
    melt = (a == b) | layer.root[here] | layer.root[there]
    with np.errstate(invalid="ignore"):
        step = np.abs(layer.depth[here] - layer.depth[there])
    limbs = np.isin(np.array(scene.limbs), BODY)
    thing = np.array([name not in {*BODY, "torso", "head"} for name in scene.limbs])
    grown = limbs[a] & ~layer.root[here] | limbs[b] & ~layer.root[there]
    meeting = (a != b) & (limbs[a] & limbs[b] | thing[a] | thing[b] | grown)
    contour = inside & ((step > np.where(melt, JUMP, JUMP_APART)) | meeting)
    clear = meeting | ((a != b) & (step > JUMP))
    faces = (layer.face[here] != layer.face[there]) & (layer.face[here] > 0) & (layer.face[there] > 0)
    seam = inside & ~contour & ((layer.material[here] != layer.material[there]) | (a == b) & faces)
    return np.where(contour, CONTOUR, np.where(seam, SEAM, 0)), clear | seam


def smoothed(loop: Vector) -> Vector:
    """A closed row of pixel corners without its steps."""
    return np.asarray(gaussian_filter1d(loop, 2.0, axis=0, mode="wrap"))
