"""The clinic's face, ready to draw: its words checked, its logo read, its colours in the place of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hipplan.errors import FileProblemError, HipplanError, PreferencesError
from hipplan.pdf.box import PT, Box
from hipplan.pdf.fonts import missing_letters
from hipplan.pdf.form import Form
from hipplan.pdf.raster import Raster
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import width_of
from hipplan.words import say
from hipplan.workbook import theme
from hipplan.workbook.clinic import TEXTS, Clinic, tint_of

FOOTER_ROOM = 72.0  # what the plan's number and the page's leave of the line, and a short name
HIGHEST, WIDEST = 12.0, 40.0  # of a logo; beside a long title it may shrink to half of that
LEAST_IN_LOG = 0.4


@dataclass(frozen=True, slots=True)
class Face:
    """A clinic and its logo; without a clinic file the workbook has a face of nobody's."""

    clinic: Clinic = field(default_factory=Clinic)
    logo: Form | Raster | None = None

    @property
    def colours(self) -> Mapping[str, str]:
        """What stands in for the accent and the tint made of it."""
        accent = self.clinic.accent
        return {theme.TEAL: accent, theme.TINT: tint_of(accent)} if accent else {}

    @property
    def alt(self) -> str:
        """The logo in words."""
        return say("clinic.logo_of", name=self.clinic.name) if self.clinic.name else say("clinic.logo")


NOBODYS = Face()


def read_face(clinic: Clinic, file: Path) -> Face:
    """Read the logo and check the words. Raises HipplanError with a line for every problem."""
    problems: list[HipplanError] = list(_problems(clinic, file))
    logo = None
    if clinic.logo:
        from hipplan.pdf.image import read_picture  # noqa: PLC0415 - brings in Pillow, which only a logo needs

        try:
            logo = read_picture(clinic.logo)
        except FileProblemError as error:
            problems.append(FileProblemError(*(f"{file}: logo: {problem}" for problem in error.problems)))
    if problems:
        kind = next((type(one) for one in problems if isinstance(one, FileProblemError)), PreferencesError)
        raise kind(*(line for one in problems for line in one.problems))
    return Face(clinic, logo)


def _problems(clinic: Clinic, file: Path) -> Iterator[PreferencesError]:
    lacking = {key: missing_letters(getattr(clinic, key) or "") for key in TEXTS}
    for key, letters in lacking.items():
        if letters:
            codes = ", ".join(f"U+{ord(letter):04X}" for letter in letters)
            yield PreferencesError(f"{file}: {key}: has letters that the typeface lacks ({codes}); write it without")
    if clinic.footer and not lacking["footer"] and width_of(clinic.footer, theme.FOOTER) > FOOTER_ROOM:
        found = width_of(clinic.footer, theme.FOOTER)
        message = f"should be at most {FOOTER_ROOM:g} mm wide when printed (it is {found:.0f}); say it shorter"
        yield PreferencesError(f"{file}: footer: {message}")


def logo_width(logo: Form | Raster | None, height: float, room: float, *, least: float = 0.5) -> float:
    """How wide a logo is drawn in a head of this height, with this room beside the title; 0 leaves it out.

    It may shrink to `least` of its usual width.
    """
    if not logo:
        return 0.0
    usual = min(WIDEST, logo.aspect * min(height, HIGHEST))
    return min(usual, room) if room >= usual * least else 0.0


def width_in_log(logo: Form | Raster | None, room: Box) -> float:
    """The same for the head of a week, where every millimetre counts."""
    return logo_width(logo, room.height, room.width, least=LEAST_IN_LOG)


def draw_logo_in(sheet: Sheet, room: Box) -> None:
    """The sheet's emblem at the right of a room that words of a week have left, if the room is wide enough."""
    width = width_in_log(sheet.emblem, room)
    if width and sheet.emblem:
        spot = room.after(room.width - width)
        draw_logo(sheet, spot.centred(width, width / sheet.emblem.aspect))


def draw_logo(sheet: Sheet, box: Box) -> None:
    """Fit the sheet's emblem into the upper right corner of the box."""
    logo = sheet.emblem
    if not logo:
        return
    width = min(box.width, box.height * logo.aspect)
    place = Box(box.right - width, box.y, width, width / logo.aspect)
    with sheet.figure(sheet.emblem_alt, place) if sheet.emblem_alt else sheet.decoration():
        if isinstance(logo, Raster):
            sheet.ink.picture(logo, place)
        else:
            sheet.ink.form(logo, (place.x, place.y), width / PT / logo.view.width)
