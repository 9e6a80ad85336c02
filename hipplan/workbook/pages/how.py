"""How it works: what turning in is, which muscles do it, what the moves do and do not do, what studies say."""

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import LayoutError, Text, TextStyle, height_of, wrap
from hipplan.plan.quantities import moves_in
from hipplan.words import count_in_words, keys_under, rich, say
from hipplan.workbook import marks, parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.endings import draw_paragraph, ended
from hipplan.workbook.naming import move_numbers
from hipplan.workbook.pages.body_picture import draw_body
from hipplan.workbook.pages.move_cards import main_moves

TEXT = 137.0
MUSCLE_ROW = 9.4
MUSCLE_ROW_NARROW, MUSCLE_ROW_TIGHT = 11.6, 11.3  # two lines, beside a picture
STUDY_ROW = 6.2
AT_THE_END = 0.3  # of a gap
BEFORE_WHY, BEFORE_WHY_TIGHT = 3.2, 1.8
TURN_PICTURE, TURN_HEIGHT, TURN_HEIGHT_TIGHT = 42.0, 54.0, 40.0
BODY_PICTURE, BODY_HEIGHT = 76.0, 66.0
OUR_REST = ("squat-turn", "fire-hydrant", "clam")


def how_pages(edition: Edition) -> list[Page]:
    """One page, always."""
    del edition
    return [Page("how", say("how.title"), draw_how)]


def draw_how(sheet: Sheet, edition: Edition) -> None:
    """Draw five parts; the spare height goes between them."""
    rest = parts.title_block(sheet, say("how.title"), say("how.lead"))
    sections = (_what, _muscles, _does, _studies)
    heights = [section(None, edition, rest) - rest.y for section in sections]
    gap = min(12.0, (rest.height - sum(heights)) / (len(sections) - 1 + AT_THE_END))
    if gap < 0:
        raise LayoutError(f"the guide is {sum(heights):.1f} mm high, its paper has {rest.height:.1f} mm")
    y = rest.y
    for number, (section, height) in enumerate(zip(sections, heights, strict=True)):
        if number:
            middle = y - gap / 2
            sheet.ink.line((rest.x, middle), (rest.right, middle), theme.ROW)
        section(sheet, edition, Box(rest.x, y, rest.width, rest.bottom - y))
        y += height + gap


def _what(sheet: Sheet | None, edition: Edition, box: Box) -> float:
    """What it is and why it matters; without a sheet only measured."""
    picture = edition.pictures.get("seated-hip-turn")
    high = TURN_HEIGHT_TIGHT if edition.paper.tight else TURN_HEIGHT
    before = BEFORE_WHY_TIGHT if edition.paper.tight else BEFORE_WHY
    if picture and sheet:
        picture.draw(sheet, box.left(TURN_PICTURE).top(high))
    # beside a picture the two texts stand one under the other, else side by side
    left, right = (box.after(46), box.after(46)) if picture else box.columns(None, None, gap=4)
    first = _titled(sheet, "what", left)
    second = _titled(sheet, "why", Box(right.x, first + before if picture else box.y, right.width, box.height))
    y = max(first, second) + 1.8
    end = _text(sheet, rich("how.where"), Box(left.x, y, min(right.right - left.x, TEXT), box.bottom - y))
    return max(end, box.y + (high if picture else 0))


def _titled(sheet: Sheet | None, name: str, box: Box) -> float:
    y = _heading(sheet, say(f"how.{name}"), box)
    return _text(sheet, rich(f"how.{name}_text"), Box(box.x, y + 0.6, box.width, box.bottom - y))


def _muscles(sheet: Sheet | None, edition: Edition, box: Box) -> float:
    """Where the muscles are, in plain words, with their names."""
    y = _heading(sheet, say("how.muscles"), box) + 1
    picture = edition.pictures.get("muscles")
    table = box.after(BODY_PICTURE + 4) if picture else box
    if picture and sheet:
        draw_body(sheet, picture, Box(box.x, y, BODY_PICTURE, BODY_HEIGHT))
    widths = (9.0, table.width * (0.4 if picture else 0.34), None)
    bar = Box(table.x, y, table.width, 7)
    narrow = MUSCLE_ROW_TIGHT if edition.paper.tight else MUSCLE_ROW_NARROW
    high = narrow if picture else MUSCLE_ROW
    if sheet:
        parts.bar(sheet, bar)
        with sheet.table(say("how.muscles")):
            _, where, what = bar.columns(*widths)
            with sheet.row():
                sheet.header(say("how.where_head"), where, theme.COLUMN_HEAD)
                sheet.header(say("how.muscle_head"), what, theme.COLUMN_HEAD)
            for number, key in enumerate(keys_under("how.muscle")):
                row = Box(table.x, bar.bottom + number * high, table.width, high)
                _muscle(sheet, row, number + 1, key, widths)
    y = bar.bottom + len(keys_under("how.muscle")) * high + 1.6
    return _text(sheet, rich("how.muscles_note"), Box(table.x, y, min(table.width, TEXT), box.bottom - y))


def _muscle(sheet: Sheet, row: Box, number: int, key: str, widths: tuple[float | None, ...]) -> None:
    disc, where, what = row.columns(*widths)
    with sheet.row():
        with sheet.element("TH", scope="Row"):
            parts.badge(sheet, (disc.x + 4, disc.middle), 3.0, str(number), 11)
            _centred(sheet, say(f"{key}.where"), where, theme.BODY_BOLD)
        with sheet.element("TD"):
            _centred(sheet, say(f"{key}.what"), what, theme.BODY)
    sheet.ink.line((row.x, row.bottom), (row.right, row.bottom), theme.ROW)


def _centred(sheet: Sheet, text: str, box: Box, style: TextStyle) -> None:
    """One or two lines in the middle of a cell, inside the element that is open."""
    place = box.inset(0, 0, 0.5)
    lines = wrap(ended(text, place.width, style, False), place.width, style)  # noqa: FBT003  a cache key
    for line, part in zip(
        lines, place.centred(place.width, len(lines) * style.pitch).rows(*[None] * len(lines)), strict=True
    ):
        sheet.inline(line, part, style)


def _does(sheet: Sheet | None, edition: Edition, box: Box) -> float:
    """Two lists side by side: ticks and crosses."""
    left, right = box.columns(None, None, gap=4)
    does, does_not = what_they_do(edition)
    ends = [box.y]
    for column, title, items, good in ((left, "do", does, True), (right, "do_not", does_not, False)):
        y = _heading(sheet, say(f"how.{title}"), column) + 0.8
        ends.append(_marked_list(sheet, items, Box(column.x, y, column.width, box.bottom - y), good=good))
    return max(ends)


def _marked_list(sheet: Sheet | None, items: list[Text], box: Box, *, good: bool) -> float:
    y = box.y
    for item in items:
        place = Box(box.x + 7, y, box.width - 7, box.bottom - y)
        if sheet:
            mark = marks.tick_mark if good else marks.cross_mark
            mark(sheet, (box.x + 2.4, y + 2.6))
            with sheet.list(), sheet.element("LI"):
                draw_paragraph(sheet, item, place, theme.BODY, role="LBody")
        y += height_of(item, place.width, theme.BODY) + 1
    return y - 1


def what_they_do(edition: Edition) -> tuple[list[Text], list[Text]]:
    """What the moves of this plan do, and what they do not."""
    moves = moves_in(edition.programme)
    inward = len(moves) > len(main_moves(edition.programme))
    does: list[Text] = [rich(f"how.does.{key}") for key in ("a", "b", "c")]
    none = rich("how.does_not.a_two") if len(moves) == 2 else rich("how.does_not.a", number=count_in_words(len(moves)))
    first = rich("how.does_not.a_inward") if inward else none
    if inward:
        does.append(rich("how.does.inward"))
    return does, [first, rich("how.does_not.b"), rich("how.does_not.c")]


def _studies(sheet: Sheet | None, edition: Edition, box: Box) -> float:
    """One sentence a move, then what we chose ourselves."""
    y = _heading(sheet, say("how.studies"), box) + 0.6
    moves = main_moves(edition.programme)
    if sheet:
        with sheet.table(say("how.studies")):
            for number, slug in enumerate(moves):
                row = Box(box.x, y + number * STUDY_ROW, box.width, STUDY_ROW)
                name, says = row.columns(36, None)
                with sheet.row():
                    sheet.header(say(f"how.study.{slug}.name"), name, theme.SMALL_BOLD, scope="Row")
                    sheet.cell(say(f"how.study.{slug}.says"), says, theme.SMALL)
                sheet.ink.line((row.x, row.bottom), (row.right, row.bottom), theme.ROW)
    y += len(moves) * STUDY_ROW + 1.6
    return _text(sheet, our_choice(edition), Box(box.x, y, TEXT, box.bottom - y), theme.SMALL)


def our_choice(edition: Edition) -> Text:
    """What in this plan nobody has tested."""
    ours = tuple(slug for slug in OUR_REST if slug in moves_in(edition.programme))
    numbers = move_numbers(edition.programme, ours) if ours else ""
    words = say("how.our_choice_rest" if len(ours) != 1 else "how.our_choice_rest_one", moves=numbers)
    if not ours:
        words = say("how.our_choice_none")
    page = edition.page_of("sources")
    return rich("how.our_choice", moves=words, page=page) if page else rich("how.our_choice_only", moves=words)


def _heading(sheet: Sheet | None, text: str, box: Box) -> float:
    return sheet.heading(2, text, box, theme.H2) if sheet else box.y + theme.H2.pitch


def _text(sheet: Sheet | None, words: Text, box: Box, style: TextStyle = theme.BODY) -> float:
    return draw_paragraph(sheet, words, box, style) if sheet else box.y + height_of(words, box.width, style)
