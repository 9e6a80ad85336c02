"""The right-hand column of the cover: how long a session takes, what the warm-up is and what to have at hand."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import kit_used, marks_range, session_minutes_range, warm_up
from hipplan.words import listed, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.units import kept_runs

WIDTH = 56.0
PITCH, PITCH_TIGHT = 7.6, 6.4


def draw_session_facts(sheet: Sheet, edition: Edition, box: Box) -> None:
    """Draw the column from its top."""
    y = sheet.heading(2, say("cover.session"), box, theme.H2) + 0.8
    for low_high, what in (_minutes(edition), _marks(edition)):
        y = draw_paragraph(sheet, low_high, Box(box.x, y, box.width, box.bottom - y), theme.KEY_FIGURE)
        y = draw_paragraph(sheet, what, Box(box.x, y - 0.6, box.width, box.bottom - y), theme.SMALL) + 1.6
    y = draw_paragraph(sheet, _warm_up(edition), Box(box.x, y, box.width, box.bottom - y), theme.SMALL) + 2.6
    if edition.page_of("notes"):
        y = draw_paragraph(sheet, _more(edition), Box(box.x, y, box.width, box.bottom - y), theme.SMALL_BOLD) + 2.6
    y = sheet.heading(2, say("cover.have"), Box(box.x, y, box.width, box.bottom - y), theme.H2) + 1.2
    pitch = _pitch(edition)
    with sheet.list():
        for item in things_to_have(edition):
            with sheet.element("LI"):
                parts.tick_box(sheet, (box.x, y))
                lines = height_of(item, box.width - 8, theme.BODY)
                text = Box(box.x + 8, y + 0.2, box.width - 8, lines)
                y = max(y + pitch, draw_paragraph(sheet, item, text, theme.BODY, role="LBody") + 1.4)


def facts_height(edition: Edition) -> float:
    """Height the column needs."""
    figures = 2 * (theme.KEY_FIGURE.pitch + theme.SMALL.pitch + 1.0)
    warm = height_of(_warm_up(edition), WIDTH, theme.SMALL) + 2.6
    more = height_of(_more(edition), WIDTH, theme.SMALL_BOLD) + 2.6 if edition.page_of("notes") else 0.0
    items = sum(max(_pitch(edition), height_of(item, WIDTH - 8, theme.BODY) + 1.1) for item in things_to_have(edition))
    return 2 * theme.H2.pitch + 2.0 + figures + warm + more + items


def things_to_have(edition: Edition) -> tuple[str, ...]:
    """What every session needs, then the kit that this plan uses."""
    kit = [say(f"kit.{name}") for name in kit_used(edition.programme)]
    pen = "pen" if edition.has("cover") else "pen_pages"  # a handout is no book
    usual = tuple(say(f"cover.have_{thing}") for thing in ("mat", "chair", "clock", pen))
    return (*usual, listed(kit)) if kit else usual


def _pitch(edition: Edition) -> float:
    return PITCH_TIGHT if edition.paper.tight or len(things_to_have(edition)) > 4 else PITCH


def _minutes(edition: Edition) -> tuple[str, str]:
    return _span(session_minutes_range(edition.programme)), say("cover.minutes")


def _marks(edition: Edition) -> tuple[str, str]:
    return _span(marks_range(edition.programme)), say("cover.marks")


def _span(low_high: tuple[int, int]) -> str:
    low, high = low_high
    return str(low) if low == high else say("lists.range", low=low, high=high)


def _warm_up(edition: Edition) -> Text:
    return kept_runs(rich(f"cover.warm_up_{warm_up(edition.programme.preferences)}"))


def _more(edition: Edition) -> str:
    return say("cover.more", page=edition.page_of("notes"))
