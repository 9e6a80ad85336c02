"""The pictures of one workbook: those of its moves, at the level it starts with, of the side that goes first."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from hipplan.figures import library
from hipplan.plan.catalogue import HIGHEST_LEVEL, catalogue
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import say
from hipplan.workbook.naming import sides
from hipplan.workbook.picture import Picture
from hipplan.workbook.units import kept

LETTERS = {"side-lunge-reach": "ABCD"}  # the others have three
INSETS = {"hinge-reach": "level", "side-lunge-reach": "side"}
WHOLE_BOOK = ("seated-hip-turn", "test-stand", "test-chair", "muscles")
UNSIDED = "muscles"  # its numbers would change places


def pictures_of(programme: Programme) -> Mapping[str, Picture]:
    """Pictures by the place that asks for them, such as clam-A, clam-icon or clam-level-2."""
    names = {key: key for key in WHOLE_BOOK}
    for slug in moves_in(programme):
        names |= _inward(slug) if catalogue()[slug].parent else dict(_move(programme, slug))
    first, other = sides(programme)
    return {place: _picture(key, first, other) for place, key in names.items() if key}


def _move(programme: Programme, slug: str) -> Iterator[tuple[str, str]]:
    start = min(levels_used(programme, slug)[0].level, 1)
    for letter in LETTERS.get(slug, "ABC"):
        yield f"{slug}-{letter}", f"{slug}-{start}-{letter}"
    for level in range(HIGHEST_LEVEL + 1):
        yield f"{slug}-level-{level}", _key_frame(programme, slug, level)
    yield f"{slug}-cover", _key_frame(programme, slug, start)
    yield f"{slug}-icon", f"{slug}-icon"
    yield f"{slug}-fault", f"{slug}-fault"
    if start and slug in INSETS:
        yield f"{slug}-inset", f"{slug}-{INSETS[slug]}"


def _inward(slug: str) -> dict[str, str]:
    """An option has the icon of its parent: at that size they look the same."""
    return {f"{slug}-D": f"{slug}-D", f"{slug}-icon": f"{catalogue()[slug].parent}-icon"}


def _key_frame(programme: Programme, slug: str, level: int) -> str:
    """The picture that tells a level from the others; none where only the pace differs."""
    if level < 2:
        return f"{slug}-{level}-{'B' if slug == 'side-lunge-reach' else 'C'}"
    version = catalogue()[slug].version(level, programme.preferences.equipment)
    return f"{slug}-{version.kit}" if version and version.kit else ""


@lru_cache(maxsize=512)
def _picture(key: str, first: str, other: str) -> Picture:
    """The same object each time, so that pages with the same pictures are seen to be the same."""
    words = {"first": say(f"sides.{first}"), "other": say(f"sides.{other}")}
    drawing = library.drawing(key)
    return Picture(
        alt=say(f"pictures.{key}.alt", **words),
        caption=kept(say(f"pictures.{key}.caption", **words)),
        drawing=drawing,
        mirrored=key != UNSIDED and drawing.side not in (None, first),
    )
