"""Type, colours, lines and paper by name. Points for type and lines, else millimetres."""

from dataclasses import dataclass

from hipplan.pdf.box import PT, Box
from hipplan.pdf.ink import Stroke
from hipplan.pdf.text import TextStyle

INK = "#1F2933"
MUTED = "#52606D"
TARGET = "#66717C"
TEAL = "#0B6E69"
TINT = "#E6F1F0"
CARE = "#F8E6C4"
CARE_PALE = "#FDF5E6"
STOP = "#EDBFA9"
STOP_PALE = "#FBEEE8"
STOP_HATCH = "#C98F74"
RULE = "#B5BFC8"
HATCH = "#A3AEB8"
CHART = "#8A96A1"
PEN = "#24408E"
WHITE = "#FFFFFF"

COVER_TITLE = TextStyle(30, 33, INK, bold=True)
TITLE = TextStyle(26, 28, INK, bold=True)
LEAD = TextStyle(13, 16.5, MUTED)
H2 = TextStyle(16, 19, INK, bold=True)
H2_TEAL = TextStyle(16, 19, TEAL, bold=True)
TEST_TITLE = TextStyle(15, 18, INK, bold=True)
SESSION = TextStyle(14, 16, INK, bold=True)
NAME = TextStyle(14, 16.5, INK, bold=True)
H3 = TextStyle(13, 15.5, INK, bold=True)
BODY = TextStyle(12, 15.25, INK)
BODY_BOLD = TextStyle(12, 15.25, INK, bold=True)
BODY_MUTED = TextStyle(12, 15.25, MUTED)
SMALL = TextStyle(11.5, 14.3, INK)
SMALL_BOLD = TextStyle(11.5, 14.3, INK, bold=True)
GATE = TextStyle(11, 4.8 / PT, INK)
STEP_MARK = TextStyle(12, 15.25, TEAL, bold=True)
COLUMN_HEAD = TextStyle(10.5, 12.5, INK, bold=True)
RATING = TextStyle(10, 11.5, INK)
NOTE = TextStyle(10.5, 13.5, MUTED)
NOTE_INK = TextStyle(10.5, 13.5, INK)
SECOND = TextStyle(9.5, 11, MUTED)
SECOND_BOLD = TextStyle(9.5, 11, INK, bold=True)
TARGET_BOX = TextStyle(12, 14, TARGET)
TARGET_SMALL = TextStyle(9.5, 11, TARGET)
REFERENCE = TextStyle(9.5, 11.2, INK)
UNIT = TextStyle(10.5, 13.5, TARGET)
KEY_FIGURE = TextStyle(18, 20, TEAL, bold=True)
RULER = TextStyle(16, 18, INK, bold=True)
PHONE = TextStyle(12.5, 15, INK, bold=True)
SIDE_LETTER = TextStyle(9.5, 11, INK, bold=True)
FOOTER = TextStyle(9.5, 11, MUTED)
FOOTER_BOLD = TextStyle(9.5, 11, MUTED, bold=True)

TITLE_RULE = Stroke(1.6, TEAL)
START_FRAME = Stroke(1.6, TEAL)
STOP_FRAME = Stroke(1.8, INK)
STRIP_FRAME = Stroke(1.4, INK)
RULER_FRAME = Stroke(1.4, INK)
ZONE_MARK = Stroke(2.2, INK)
SHAPE = Stroke(1.6, INK)
THIN_SHAPE = Stroke(1.2, INK)
STEP_RING = Stroke(1.2, TEAL)
GATE_FRAME = Stroke(1.0, INK)
TICK_BOX = Stroke(1.0, INK)
WRITE = Stroke(0.8, MUTED)
CARD = Stroke(0.8, RULE)
ROW = Stroke(0.6, RULE)
CELL = Stroke(0.8, INK)
FOOT_RULE = Stroke(0.5, RULE)
HATCHING = Stroke(0.45, HATCH)
HATCH_FRAME = Stroke(0.6, HATCH)
STAIR = Stroke(2.2, TEAL)
AXIS = Stroke(1.2, INK)
GRID = Stroke(0.6, CHART)
GRID_DOTS = Stroke(0.6, CHART, (1.4, 1.8))
TICK = Stroke(2.0, TEAL)
CROSS = Stroke(1.6, INK)
SIDE_RING = Stroke(0.7, INK)
LEADER = Stroke(1.1, MUTED)


FOOT = 6.0  # between the lowest content and the bottom of the text area


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper and what may be printed on; `tight` papers save height where the design says so.

    `foot` is the room of the footer under the area.
    """

    name: str
    sheet: Box
    area: Box
    tight: bool
    foot: float = FOOT


PAPERS = {
    "a4": Paper("A4", Box(0, 0, 210, 297), Box(16, 13, 178, 271 - FOOT), tight=False),
    "letter": Paper("Letter", Box(0, 0, 215.9, 279.4), Box(16, 13, 183.9, 253.4 - FOOT), tight=True),
}
