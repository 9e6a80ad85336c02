"""Lines and regions of a scene: where limbs hide each other, where cloth changes, what each colour covers."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, gaussian_filter1d, median_filter
from skimage.measure import find_contours

from hipplan.figures.generator.mesh import Flags, Integers
from hipplan.figures.generator.raster import Scene
from hipplan.figures.generator.turning import Vector

JUMP = 0.016  # metres between neighbours of one limb that make an edge
HOLE = 5.0  # times the least area of a region
LONG = 22  # pixels; a shorter edge inside one limb is only a steep place
JUMP_MELT, MELT_WINDOW = 0.013, 21  # metres, and pixels along the line where a limb grows out of the trunk
JUMP_APART = 0.004  # metres between neighbours of two limbs
SKIN = 2.0  # pixels beside the edge of a limb, where its own surface is as steep as an edge
NEAR_EDGE = 4.5  # pixels; what runs along the silhouette closer than this is no line of its own
SEAM, CONTOUR, MELTING = 1, 2, 3
BODY = ("left_leg", "right_leg", "left_arm", "right_arm")

Corner = tuple[int, int]
Crack = tuple[Corner, Corner]


def regions(mask: Flags, *, smooth: float, least: float, level: float = 0.5) -> list[Vector]:
    """Closed outlines (n, 2) as (column, row) of a mask, small ones left out; the first point is not repeated.

    Holes have to be larger to stay: two heavy lines with a slit of light between them are a blot.
    """
    soft = gaussian_filter(np.pad(mask, 2).astype(float), smooth)
    loops = [loop[:-1, ::-1] - 1.5 for loop in find_contours(soft, level)]  # type: ignore[no-untyped-call]
    areas = [_area(loop) for loop in loops]
    outward = max(areas, key=abs, default=0.0) > 0
    return [
        loop
        for loop, area in zip(loops, areas, strict=True)
        if len(loop) > 8 and abs(area) >= (least if (area > 0) == outward else HOLE * least)
    ]


def _area(points: Vector) -> float:
    x, y = points[:, 0], points[:, 1]
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


def lines(scene: Scene, kind: int, *, least: int) -> list[Vector]:
    """Open or closed rows (n, 2) of pixel corners along the contours or the seams inside the silhouette."""
    steps: dict[Crack, float] = {}
    links = _links(scene, kind, steps)
    inside = distance_transform_edt(np.pad(scene.limb >= 0, 1))
    found = []
    for chain in _chains(links):
        sure = np.mean([steps[step] < 0 for step in pairwise(chain)])
        if len(chain) > (least if sure > 0.4 else LONG):
            found.append(chain)
    if kind == CONTOUR:
        melting = _chains(_links(scene, MELTING, steps))
        found += [part for chain in melting for part in _clear_parts(chain, steps) if len(part) > LONG]
    rows = (np.array(chain, dtype=float) for chain in found)
    return [row[:, ::-1] for row in rows if not _along_edge(row, inside)]


def _links(scene: Scene, kind: int, steps: dict[Crack, float]) -> dict[Corner, list[Corner]]:
    """Which corners are joined by a crack of this kind; fills in how deep the step is there, -1 where it is sure."""
    links: dict[Corner, list[Corner]] = defaultdict(list)
    for way, (kinds, depth) in enumerate(_edges(scene)):
        for row, column in np.argwhere(kinds == kind):
            corner = (int(row) + way, int(column) + 1 - way)
            other = (corner[0] + 1 - way, corner[1] + way)
            links[corner].append(other)
            links[other].append(corner)
            steps[corner, other] = steps[other, corner] = float(depth[row, column])
    return links


def _clear_parts(chain: list[Corner], steps: dict[Crack, float]) -> Iterator[list[Corner]]:
    """Where a limb grows out of the trunk: the stretches with a clear step, without gaps from a few pixels."""
    depth = median_filter(np.array([steps[step] for step in pairwise(chain)]), size=MELT_WINDOW, mode="nearest")
    clear = np.concatenate([[False], depth > JUMP_MELT, [False]])
    ends = np.flatnonzero(clear[1:] != clear[:-1])
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        yield chain[start : end + 1]


def _along_edge(row: Vector, inside: Vector) -> bool:
    """Whether most of a line only repeats the silhouette."""
    at = row.astype(int) + 1
    return bool(np.mean(inside[at[:, 0], at[:, 1]] < NEAR_EDGE) > 0.6)  # more than half of it


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


def _edges(scene: Scene) -> tuple[tuple[Integers, Vector], tuple[Integers, Vector]]:
    """Kind of line between a pixel and its right neighbour, and the one below; and how deep the step is, -1 if sure."""
    everywhere, first, last = slice(None), slice(None, -1), slice(1, None)
    deep = _away_from_others(scene.limb) > SKIN
    return _between(scene, deep, (everywhere, first), (everywhere, last)), _between(
        scene, deep, (first, everywhere), (last, everywhere)
    )


def _away_from_others(limb: Integers) -> Vector:
    """Distance in pixels of every pixel from the next limb or the background."""
    border = np.zeros(limb.shape, dtype=bool)
    across, down = limb[:, 1:] != limb[:, :-1], limb[1:] != limb[:-1]
    border[:, 1:] |= across
    border[:, :-1] |= across
    border[1:] |= down
    border[:-1] |= down
    return np.asarray(distance_transform_edt(~border))


def _between(
    scene: Scene, deep: Flags, here: tuple[slice, slice], there: tuple[slice, slice]
) -> tuple[Integers, Vector]:
    layer, limb = scene.layer, scene.limb
    a, b = limb[here], limb[there]
    inside = (a >= 0) & (b >= 0)
    with np.errstate(invalid="ignore"):
        step = np.abs(layer.depth[here] - layer.depth[there])
    limbs = np.isin(np.array(scene.limbs), BODY)
    thing = np.array([name not in {*BODY, "torso", "head"} for name in scene.limbs])
    grown = limbs[a] & ~layer.root[here] | limbs[b] & ~layer.root[there]
    meeting = (a != b) & (limbs[a] & limbs[b] | thing[a] | thing[b] | grown)
    melting = inside & (a != b) & ~meeting & (layer.root[here] | layer.root[there])
    fold = (a == b) & (step > JUMP) & deep[here] & deep[there]
    contour = inside & ~melting & (meeting | fold | (a != b) & (step > JUMP_APART))
    faces = (layer.face[here] != layer.face[there]) & (layer.face[here] > 0) & (layer.face[there] > 0)
    seam = inside & ~contour & ((layer.material[here] != layer.material[there]) | (a == b) & faces)
    kinds = np.where(contour, CONTOUR, np.where(seam, SEAM, np.where(melting, MELTING, 0)))
    return kinds, np.where((a != b) & ~melting | seam, -1.0, step)


def smoothed(loop: Vector) -> Vector:
    """A closed row of pixel corners without its steps."""
    return np.asarray(gaussian_filter1d(loop, 2.0, axis=0, mode="wrap"))
