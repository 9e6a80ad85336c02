"""Two moves a page, for a clinic that pays for paper: key pictures, steps, dose, the one fault, what to mind."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from hipplan.pdf.box import Box
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.text import Text, height_of
from hipplan.plan.quantities import moves_in, warm_up
from hipplan.words import listed, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.naming import move_name, move_number, move_numbers, side_label
from hipplan.workbook.pages.at_hand import things_to_have
from hipplan.workbook.pages.cover import left_out_lines
from hipplan.workbook.pages.dose_grid import rest_and_pace
from hipplan.workbook.pages.dose_strip import dose_and_care
from hipplan.workbook.pages.dose_table import how_to_log
from hipplan.workbook.pages.move_sections import NUMBER, draw_steps, for_you_section, steps_height, steps_with
from hipplan.workbook.pages.section import Section, draw_sections, share_out
from hipplan.workbook.picture import Picture

Named = tuple[str, Section]  # a move by its slug, what comes last by its title
KEY_PICTURES = {"squat-turn": "BC", "hinge-reach": "BC", "side-lunge-reach": "BD"}  # the others have AC
PICTURES, GUTTER = 40.0, 5.0
BESIDE_BADGE, LETTERS = 7.5, 5.4  # what a picture leaves to its badge, and to the letters under it
HEAD, BADGE = 9.0, 4.2
LEAST_PICTURE, MORE_PICTURE = 20.0, 9.0  # high, and what a page with room to spare adds
TITLE = 22.2  # title block with a lead of one line
LEAD_WIDTH = 176.0
STRIP, STRIP_TIGHT = 12.0, 7.0
LIFT, LIFT_TIGHT = 1.8, 0.8
ABOVE_STRIP = 2.4
GAPS = (3.6, 9.0)
WORDS = 137.0
ABOVE_PACE = 1.2
MORE_INSIDE = 1.6
COLUMNS_APART = 6.0


def handout_pages(edition: Edition) -> list[Page]:
    """Two moves a page where two fit, then what a cover and a page of sources would have said."""
    pages = []
    layout, groups = _groups(edition)
    for number, group in enumerate(groups):
        slugs = tuple(slug for slug, _ in group if slug in moves_in(edition.programme))
        holds = tuple(f"move-{slug}" for slug in slugs)
        if not edition.has("cover") and any(title == say("handout.session") for title, _ in group):
            holds = (*holds, "warm-up")
        key, title = (f"moves-short-{number}", "") if number else ("moves-short", say("handout.title"))
        pages.append(Page(key, title, partial(_draw, slugs=slugs, parts_of_it=group, layout=layout), holds))
    return pages


@dataclass(frozen=True, slots=True)
class Layout:
    """What the pace stands under, and the gaps inside a move: its parts, its steps, its words of care."""

    pace: Literal["steps", "dose"]
    inside: float = 1.8
    steps: float = 1.7
    care: float = 1.0


LAYOUTS = (Layout("steps"), Layout("dose"), Layout("steps", 1.2, 0.9, 0.5), Layout("dose", 1.2, 0.9, 0.5))


def _groups(edition: Edition) -> tuple[Layout, list[tuple[Named, ...]]]:
    """The parts of each page, in the first layout of the fewest pages; what comes last may stand in two columns."""
    tries = []
    for layout in LAYOUTS:
        moves = [(slug, _block(edition, slug, layout)) for slug in moves_in(edition.programme)]
        for last in (_one_column(edition), _two_columns(edition)):
            named = [*moves, *last]
            shared = iter(named)
            groups = share_out([section for _, section in named], _room(edition), gap=GAPS[0])
            tries.append((layout, [tuple(next(shared) for _ in group) for group in groups]))
    return min(tries, key=lambda tried: len(tried[1]))


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
    rest = parts.title_block(sheet, say("handout.title"), lead, aside=aside, lead_width=LEAD_WIDTH)
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


# a move


def _block(edition: Edition, slug: str, layout: Layout, more: float = 0.0) -> Section:
    """One move: heading, care, pictures beside the steps, dose beside the fault; room to spare goes to the pictures."""
    width = edition.paper.area.width
    pictures = min(more, sum(_wants(picture) for _, picture in key_pictures(edition, slug)))
    parts_of_it = (
        _head(slug),
        for_you_section(edition, slug, width),
        _how(edition, slug, layout, pictures),
        dose_and_care(edition, slug, fault_of(slug), pace_too=layout.pace == "dose", gap=layout.care),
    )
    found = tuple(section for section in parts_of_it if section)
    gaps = len(found) - 1
    gap = layout.inside + min(MORE_INSIDE, (more - pictures) / gaps)
    height = sum(section.height for section in found) + gap * gaps
    return Section(height, partial(_stack, sections=found, gap=gap))


def _wants(picture: Picture) -> float:
    """How much higher than the least a picture gets; one of somebody lying is as wide as its room long before."""
    return max(0.0, min(MORE_PICTURE, _high(picture, LEAST_PICTURE + MORE_PICTURE) - LEAST_PICTURE))


def _high(picture: Picture, most: float) -> float:
    """With the letters under it."""
    return min(most, picture.fitted(Box(0, 0, PICTURES - BESIDE_BADGE, most))[1] + LETTERS)


def _grown(
    edition: Edition, slugs: Sequence[str], named: Sequence[Named], layout: Layout, room: float
) -> list[Section]:
    """The parts of a page; its moves share half of what would be left over, as the gaps need some too."""
    spare = room - sum(section.height for _, section in named) - GAPS[0] * (len(named) - 1)
    more = max(0.0, spare * 0.7) / max(1, len(slugs))
    return [_block(edition, slug, layout, more) if slug in slugs else section for slug, section in named]


def _stack(sheet: Sheet, edition: Edition, box: Box, *, sections: tuple[Section, ...], gap: float) -> None:
    y = box.y
    for section in sections:
        section.draw(sheet, edition, Box(box.x, y, box.width, section.height))
        y += section.height + gap


def _head(slug: str) -> Section:
    return Section(HEAD, partial(_draw_head, slug=slug))


def _draw_head(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    parts.bar(sheet, box)
    with sheet.element("H2"):
        number = str(move_number(edition.programme, slug))
        parts.badge(sheet, (box.x + 5.4, box.middle), BADGE, number, 15)
        sheet.inline(move_name(slug), box.inset(12, 0, 0), theme.TEST_TITLE)
    sheet.label(first_side(edition, slug), box.inset(0, 0, 3), theme.NOTE, align="right")


def first_side(edition: Edition, slug: str) -> str:
    """What right and left mean; an inward option is done as its parent."""
    return side_label(edition.programme, slug.removesuffix("-inward"))


def key_pictures(edition: Edition, slug: str) -> tuple[tuple[str, Picture], ...]:
    """The key pictures, two of a move and the one of an inward option."""
    letters = "D" if slug.endswith("-inward") else KEY_PICTURES.get(slug, "AC")
    found = ((letter, edition.pictures.get(f"{slug}-{letter}")) for letter in letters)
    return tuple((letter, picture) for letter, picture in found if picture)


def _how(edition: Edition, slug: str, layout: Layout, more: float) -> Section:
    """The steps, and under them how long to rest and how fast to move."""
    shown = key_pictures(edition, slug)
    room = edition.paper.area.width - PICTURES - GUTTER if shown else WORDS
    steps = steps_with(edition, slug, "".join(letter for letter, _ in shown))
    words = steps_height(steps, room, layout.steps)
    if layout.pace == "steps":
        words += ABOVE_PACE + height_of(rest_and_pace(edition, slug), room - NUMBER, theme.NOTE)
    height = max(words, len(shown) * (LEAST_PICTURE + 1.5)) + more
    return Section(height, partial(_draw_how, slug=slug, steps=steps, shown=shown, layout=layout))


def _draw_how(
    sheet: Sheet,
    edition: Edition,
    box: Box,
    *,
    slug: str,
    steps: tuple[Text, ...],
    shown: tuple[tuple[str, Picture], ...],
    layout: Layout,
) -> None:
    place = box.after(PICTURES + GUTTER) if shown else box.left(WORDS)
    for spot, (letter, picture) in zip(
        box.left(PICTURES).rows(*[None] * len(shown), gap=1.5) if shown else (), shown, strict=True
    ):
        with sheet.element("P"):
            parts.badge(sheet, (spot.x + 3.3, spot.y + 3.5), 3.1, letter, 11)
        picture.draw(sheet, spot.after(BESIDE_BADGE).top(_high(picture, spot.height)), letters=True)
    y = draw_steps(sheet, steps, place, layout.steps)
    if layout.pace == "steps":
        sheet.paragraph(rest_and_pace(edition, slug), place.below(y + ABOVE_PACE - place.y).after(NUMBER), theme.NOTE)


def fault_of(slug: str) -> str:
    """The fault that the full page of the move draws crossed out."""
    return "" if slug.endswith("-inward") else f"slip.{slug}.a"


# what a cover and a page of sources would have said


def closing(edition: Edition) -> list[tuple[str, list[Text]]]:
    """Warm-up and things to have, what is special about the plan, and what a handout is not: titles and lines."""
    found: list[tuple[str, list[Text]]] = []
    if not edition.has("cover"):
        warm = rich(f"cover.warm_up_{warm_up(edition.programme.preferences)}")
        found.append((say("handout.session"), [warm, _have(edition)]))
        found += [part for part in _special(edition) if part[1] and not edition.has("notes")]
    if not edition.has("sources"):
        found.append((say("handout.care"), _care(edition)))
    return found


def _care(edition: Edition) -> list[Text]:
    programme = edition.programme
    found = [(slug, say(f"source_line.{slug}")) for slug in moves_in(programme) if not slug.endswith("-inward")]
    named = [
        say("handout.source", source=source, number=move_number(programme, slug)) for slug, source in found if source
    ]
    return [
        say("sources.care"),
        say("handout.facts"),
        *([say("handout.sources", sources=listed(named))] if named else []),
    ]


def _have(edition: Edition) -> Text:
    """Each thing a sentence, as one list of all would be too long to read."""
    things = " ".join(f"{thing[0].upper()}{thing[1:]}." for thing in things_to_have(edition))
    return rich("handout.have", things=things)


def _special(edition: Edition) -> list[tuple[str, list[Text]]]:
    programme = edition.programme
    preferences = programme.preferences
    from_whom = "from_physio" if preferences.clinician or preferences.clinic else "from_you"
    return [
        (say("cover.left_out"), list(left_out_lines(programme))),
        (say("notes_page.plan"), list(programme.notes)),
        (say(f"notes_page.{from_whom}"), list((preferences.notes or "").split("\n")) if preferences.notes else []),
    ]


def _one_column(edition: Edition) -> list[Named]:
    return [(title, _column([(title, lines)], WORDS)) for title, lines in closing(edition)]


def _two_columns(edition: Edition) -> list[Named]:
    """All in one part: the columns as even as can be; by the title of the first."""
    found = closing(edition)
    width = (edition.paper.area.width - COLUMNS_APART) / 2
    cuts = [(_column(found[:cut], width), _column(found[cut:], width)) for cut in range(1, len(found))]
    if not cuts:
        return _one_column(edition)
    left, right = min(cuts, key=lambda columns: max(column.height for column in columns))
    height = max(left.height, right.height)
    if height > _room(edition):
        return _one_column(edition)
    return [(found[0][0], Section(height, partial(_draw_columns, left=left, right=right, width=width)))]


def _draw_columns(sheet: Sheet, edition: Edition, box: Box, *, left: Section, right: Section, width: float) -> None:
    left.draw(sheet, edition, box.left(width))
    right.draw(sheet, edition, box.after(width + COLUMNS_APART))


def _column(titled: Sequence[tuple[str, list[Text]]], width: float) -> Section:
    """Titles, each with its lines."""
    lines = sum(_line_height(line, width) for _, texts in titled for line in texts)
    height = lines + len(titled) * (theme.H3.pitch + 1.0) + (len(titled) - 1) * GAPS[0]
    return Section(height, partial(_draw_column, titled=tuple(titled), width=width))


def _line_height(line: Text, width: float) -> float:
    return height_of(line, width, theme.BODY, breakable=True) + 1.0


def _draw_column(
    sheet: Sheet, edition: Edition, box: Box, *, titled: Sequence[tuple[str, list[Text]]], width: float
) -> None:
    del edition
    y = box.y
    for title, lines in titled:
        y = sheet.heading(2, title, Box(box.x, y, width, box.bottom - y + 0.1), theme.H3) + 1.0
        for line in lines:
            place = Box(box.x, y, width, box.bottom - y + 0.1)
            y = sheet.paragraph(line, place, theme.BODY, breakable=True) + 1.0
        y += GAPS[0]
