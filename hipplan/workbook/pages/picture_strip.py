"""The pictures of a move with a caption each, on one floor line; nothing at all without pictures."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.pages.section import Section

CAPTION = 10.4
STANDING, LYING = 37.0, 27.0
LETTERS = "ABCD"


def picture_section(edition: Edition, slug: str) -> Section | None:
    """Three or four pictures side by side, or no section without pictures."""
    letters = [letter for letter in LETTERS if f"{slug}-{letter}" in edition.pictures]
    if not letters:
        return None
    height = LYING if slug == "clam" else STANDING
    return Section(height + 2 + CAPTION, partial(_draw, slug=slug, letters=tuple(letters)))


def _draw(sheet: Sheet, edition: Edition, box: Box, *, slug: str, letters: tuple[str, ...]) -> None:
    places = box.columns(*[None] * len(letters), gap=4)
    for letter, place in zip(letters, places, strict=True):
        picture = edition.pictures[f"{slug}-{letter}"]
        frame = place.top(place.height - CAPTION - 2)
        picture.draw(sheet, frame)
        if slug not in {"clam", "fire-hydrant"}:
            sheet.ink.line((frame.x, frame.bottom), (frame.right, frame.bottom), theme.ROW)
        caption = Box(place.x, frame.bottom + 2, place.width, CAPTION)
        with sheet.element("P"):
            parts.badge(sheet, (caption.x + 3.3, caption.y + 3.1), 3.1, letter, 11)
        sheet.paragraph(picture.caption, caption.after(8), theme.SMALL, role="Caption")
