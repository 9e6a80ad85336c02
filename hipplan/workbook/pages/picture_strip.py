"""The pictures of a move with a caption each, at one scale on one floor line; nothing at all without pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.pages.section import Section
from hipplan.workbook.picture import LETTER, Picture, shared_scale

CAPTION, GAP = 10.4, 1.6
STANDING, LYING = 37.0, 27.0
LEAST_STANDING, LEAST_LYING = 25.0, 15.0
LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of the strip; the inset has no letter."""

    letter: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Strip:
    """The frames, their scale, and the room over and under their floor line, letters included."""

    frames: tuple[Frame, ...]
    scale: float
    above: float
    below: float

    @property
    def figures(self) -> float:
        """Height of the figures without letters."""
        pictures = [frame.picture for frame in self.frames]
        highest, deepest = max(p.above for p in pictures), max(p.below for p in pictures)
        return (highest + deepest) * self.scale

    @property
    def height(self) -> float:
        """All of it, captions included."""
        return self.above + self.below + GAP + CAPTION


def picture_section(edition: Edition, slug: str, room: float) -> Section | None:
    """Three or four pictures side by side, lower where the page has little room; no section without pictures."""
    frames = _frames(edition, slug)
    if not frames:
        return None
    width = edition.paper.area.width
    most, least = (LYING, LEAST_LYING) if slug == "clam" else (STANDING, LEAST_STANDING)
    fullest = _fit(frames, width, most)
    strip, high = fullest, fullest.figures
    while strip.height > room and high > least:
        high = max(least, high - (strip.height - room))
        strip = _fit(frames, width, high)
    if strip.height > room:  # it goes on to a second page anyway
        strip = fullest
    return Section(strip.height, partial(_draw, strip=strip))


def _frames(edition: Edition, slug: str) -> tuple[Frame, ...]:
    found = [(letter, edition.pictures.get(f"{slug}-{letter}")) for letter in LETTERS]
    if len([picture for _, picture in found if picture]) < len(LETTERS):
        found.append(("", edition.pictures.get(f"{slug}-inset")))
    return tuple(Frame(letter, picture) for letter, picture in found if picture)


def _columns(box: Box, frames: Sequence[Frame]) -> tuple[Box, ...]:
    return box.columns(*[None] * len(frames), gap=4)


@lru_cache(maxsize=512)
def _fit(frames: tuple[Frame, ...], width: float, height: float) -> Strip:
    pictures = [frame.picture for frame in frames]
    column = _columns(Box(0, 0, width, height), frames)[0]
    scale = shared_scale(pictures, column.width, height)
    letters = [y for picture in pictures for _, y in picture.letters(column, 0, scale).values()]
    above = max(picture.above for picture in pictures) * scale
    below = max([picture.below * scale for picture in pictures] + [y + LETTER for y in letters])
    return Strip(frames, scale, max([above] + [LETTER - y for y in letters]), below)


def _draw(sheet: Sheet, edition: Edition, box: Box, *, strip: Strip) -> None:
    del edition
    _strip(sheet, box, strip)


@stamped
def _strip(sheet: Sheet, box: Box, strip: Strip) -> None:
    floor = box.y + strip.above
    for frame, place in zip(strip.frames, _columns(box, strip.frames), strict=True):
        picture = frame.picture
        if picture.drawing.on_floor:
            sheet.ink.line((place.x, floor), (place.right, floor), theme.ROW)
        with sheet.figure(picture.alt, place.top(strip.above + strip.below)):
            picture.stand(sheet, place, floor, strip.scale)
            picture.draw_letters(sheet, place, floor, strip.scale)
        _caption(sheet, frame, place.below(strip.above + strip.below + GAP))


def _caption(sheet: Sheet, frame: Frame, box: Box) -> None:
    if frame.letter:
        with sheet.element("P"):
            parts.badge(sheet, (box.x + 3.3, box.y + 3.1), 3.1, frame.letter, 11)
        box = box.after(8)
    draw_paragraph(sheet, frame.picture.caption, box, theme.SMALL, role="Caption")
