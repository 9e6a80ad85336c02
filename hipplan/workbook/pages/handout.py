"""Two moves a page, for a clinic that pays for paper: key pictures, steps, dose, the one fault, what to mind."""

from collections.abc import Sequence
from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.plan.quantities import moves_in
from hipplan.words import say
from hipplan.workbook import parts
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_numbers
from hipplan.workbook.pages.dose_table import how_to_log
from hipplan.workbook.pages.handout_last import Named, one_column, two_columns
from hipplan.workbook.pages.handout_move import Layout, move_block
from hipplan.workbook.pages.section import ROUNDING, Section, draw_sections, share_out

CLOSE = (1.2, 0.9, 0.5)
LAYOUTS = (
    Layout("steps"),
    Layout("dose"),
    Layout("steps", *CLOSE),
    Layout("dose", *CLOSE),
    Layout("steps", *CLOSE, "run-on"),
    Layout("dose", *CLOSE, "run-on"),
)
TITLE = 22.2  # title block with a lead of one line
LEAD_WIDTH = 176.0
STRIP, STRIP_TIGHT = 12.0, 7.0
LIFT, LIFT_TIGHT = 1.8, 0.8
ABOVE_STRIP = 2.4
GAPS = (3.6, 9.0)


def handout_pages(edition: Edition) -> list[Page]:
    """Two moves a page where two fit, then what a cover and a page of sources would have said."""
    pages = []
    for number, (layout, group) in enumerate(_groups(edition)):
        slugs = tuple(slug for slug, _ in group if slug in moves_in(edition.programme))
        holds = tuple(f"move-{slug}" for slug in slugs)
        if not edition.has("cover") and any(title == say("handout.session") for title, _ in group):
            holds = (*holds, "warm-up")
        key = f"moves-short-{number}" if number else "moves-short"
        title = "" if number and slugs else _title(slugs)
        pages.append(Page(key, title, partial(_draw, slugs=slugs, parts_of_it=group, layout=layout), holds))
    return pages


def _groups(edition: Edition) -> list[tuple[Layout, tuple[Named, ...]]]:
    """The parts of each page and their layout, for the fewest pages; what comes last may stand in two columns."""
    tries = []
    for layout in LAYOUTS:
        moves = [(slug, move_block(edition, slug, layout)) for slug in moves_in(edition.programme)]
        for last in (one_column(edition), two_columns(edition, _room(edition))):
            named = [*moves, *last]
            shared = iter(named)
            groups = share_out([section for _, section in named], _room(edition), gap=GAPS[0])
            tries.append((layout, [tuple(next(shared) for _ in group) for group in groups]))
    closest, fewest = min(tries, key=lambda tried: len(tried[1]))
    return [_roomiest(edition, group, closest) for group in fewest]


def _roomiest(edition: Edition, group: tuple[Named, ...], closest: Layout) -> tuple[Layout, tuple[Named, ...]]:
    """What a page may be laid out like, where others need it closer; the pace stands in the same place on all."""
    moves, gaps = moves_in(edition.programme), GAPS[0] * (len(group) - 1)
    for layout in (layout for layout in LAYOUTS if layout.pace == closest.pace):
        laid = tuple((name, move_block(edition, name, layout) if name in moves else part) for name, part in group)
        if sum(part.height for _, part in laid) + gaps <= _room(edition) + ROUNDING:
            return layout, laid
    return closest, group


def _title(slugs: tuple[str, ...]) -> str:
    """What comes last may have a page of its own."""
    return say("handout.title" if slugs else "handout.more")


def _strip_measures(edition: Edition) -> tuple[float, float]:
    return (STRIP_TIGHT, LIFT_TIGHT) if edition.paper.tight else (STRIP, LIFT)


def _room(edition: Edition) -> float:
    return edition.paper.area.height - TITLE - sum(_strip_measures(edition)) - ABOVE_STRIP


def _draw(
    sheet: Sheet, edition: Edition, *, slugs: tuple[str, ...], parts_of_it: Sequence[Named], layout: Layout
) -> None:
    count = len(moves_in(edition.programme))
    words = {"numbers": move_numbers(edition.programme, slugs), "count": count}
    aside = say("handout.of_one" if len(slugs) == 1 else "handout.of", **words) if slugs else ""
    lead = say("move.each_side", log=how_to_log(edition)) if slugs else ""
    rest = parts.title_block(sheet, _title(slugs), lead, aside=aside, lead_width=LEAD_WIDTH)
    high, lift = _strip_measures(edition)
    strip = Box(rest.x, rest.bottom - high - lift, rest.width, high)
    body = Box(rest.x, rest.y, rest.width, strip.y - ABOVE_STRIP - rest.y)
    y = draw_sections(sheet, edition, body, _grown(edition, slugs, parts_of_it, layout, body.height), gaps=GAPS)
    notes = Box(body.x, y + 5, body.width, body.bottom - y - 5)
    parts.note_lines(sheet, notes, say("move.my_notes"), say("move.my_notes"))
    if edition.paper.tight:
        parts.stop_line(sheet, edition, strip)
    else:
        parts.stop_strip(sheet, edition, strip, unsure=say("strip.unsure_move"))


def _grown(
    edition: Edition, slugs: Sequence[str], named: Sequence[Named], layout: Layout, room: float
) -> list[Section]:
    """The parts of a page; its moves share half of what would be left over, as the gaps need some too."""
    spare = room - sum(section.height for _, section in named) - GAPS[0] * (len(named) - 1)
    more = max(0.0, spare * 0.7) / max(1, len(slugs))
    return [move_block(edition, slug, layout, more) if slug in slugs else section for slug, section in named]
