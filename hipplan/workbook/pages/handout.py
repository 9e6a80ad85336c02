"""Two moves a page, for a clinic that pays for paper: key pictures, steps, dose, the one fault, what to mind."""

from collections.abc import Sequence
from functools import partial

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
from hipplan.workbook.pages.dose_strip import dose_section
from hipplan.workbook.pages.move_sections import draw_steps, for_you_section, steps_height, steps_with
from hipplan.workbook.pages.section import Section, draw_sections, share_out
from hipplan.workbook.picture import Picture

KEY_PICTURES = {"squat-turn": "BC", "hinge-reach": "BC", "side-lunge-reach": "BD"}  # the others have AC
PICTURES, GUTTER = 46.0, 6.0
HEAD, BADGE = 9.6, 4.2
LEAST_PICTURE = 22.6
TITLE = 16.4  # title block without a lead
STRIP, STRIP_TIGHT = 12.0, 7.0
LIFT, LIFT_TIGHT = 1.8, 0.8
ABOVE_STRIP = 2.4
GAPS = (3.6, 9.0)
WORDS = 137.0
INSIDE = 1.8  # between the parts of a block


def handout_pages(edition: Edition) -> list[Page]:
    """Two moves a page where two fit, then what a cover and a page of sources would have said."""
    width = edition.paper.area.width
    blocks = [(slug, _block(edition, slug, width)) for slug in moves_in(edition.programme)]
    last = [("", _lines(title, lines)) for title, lines in closing(edition)]
    owners = {id(section): slug for slug, section in [*blocks, *last]}
    groups = share_out([section for _, section in [*blocks, *last]], _room(edition), gap=GAPS[0])
    pages = []
    for number, group in enumerate(groups):
        slugs = tuple(owners[id(section)] for section in group if owners[id(section)])
        holds = tuple(f"move-{slug}" for slug in slugs)
        if not edition.has("cover") and any(section is last[0][1] for section in group):
            holds = (*holds, "warm-up")
        key, title = (f"moves-short-{number}", "") if number else ("moves-short", say("handout.title"))
        pages.append(Page(key, title, partial(_draw, slugs=slugs, sections=group), holds))
    return pages


def _strip_measures(edition: Edition) -> tuple[float, float]:
    return (STRIP_TIGHT, LIFT_TIGHT) if edition.paper.tight else (STRIP, LIFT)


def _room(edition: Edition) -> float:
    return edition.paper.area.height - TITLE - sum(_strip_measures(edition)) - ABOVE_STRIP


def _draw(sheet: Sheet, edition: Edition, *, slugs: tuple[str, ...], sections: Sequence[Section]) -> None:
    count = len(moves_in(edition.programme))
    words = {"numbers": move_numbers(edition.programme, slugs), "count": count}
    aside = say("handout.of_one" if len(slugs) == 1 else "handout.of", **words) if slugs else ""
    rest = parts.title_block(sheet, say("handout.title"), "", aside=aside)
    high, lift = _strip_measures(edition)
    strip = Box(rest.x, rest.bottom - high - lift, rest.width, high)
    body = Box(rest.x, rest.y, rest.width, strip.y - ABOVE_STRIP - rest.y)
    y = draw_sections(sheet, edition, body, sections, gaps=GAPS)
    notes = Box(body.x, y + 5, body.width, body.bottom - y - 5)
    parts.note_lines(sheet, notes, say("move.my_notes"), say("move.my_notes"))
    if edition.paper.tight:
        parts.stop_line(sheet, edition, strip)
    else:
        parts.stop_strip(sheet, edition, strip, unsure=say("strip.unsure_move"))


# a move


def _block(edition: Edition, slug: str, width: float) -> Section:
    """One move: heading, care, pictures beside the steps, dose beside the fault."""
    parts_of_it = [_head(slug), for_you_section(edition, slug, width), _how(edition, slug, width)]
    parts_of_it += dose_section(edition, slug, width, _fault(slug))
    found = [section for section in parts_of_it if section]
    height = sum(section.height for section in found) + INSIDE * (len(found) - 1)
    return Section(height, partial(_stack, sections=tuple(found)))


def _stack(sheet: Sheet, edition: Edition, box: Box, *, sections: tuple[Section, ...]) -> None:
    y = box.y
    for section in sections:
        section.draw(sheet, edition, Box(box.x, y, box.width, section.height))
        y += section.height + INSIDE


def _head(slug: str) -> Section:
    return Section(HEAD, partial(_draw_head, slug=slug))


def _draw_head(sheet: Sheet, edition: Edition, box: Box, *, slug: str) -> None:
    parts.bar(sheet, box)
    with sheet.element("H2"):
        number = str(move_number(edition.programme, slug))
        parts.badge(sheet, (box.x + 5.4, box.middle), BADGE, number, 15)
        sheet.inline(move_name(slug), box.inset(12, 0, 0), theme.TEST_TITLE)
    sheet.label(_first(edition, slug), box.inset(0, 0, 3), theme.NOTE, align="right")


def _first(edition: Edition, slug: str) -> str:
    """What right and left mean; an inward option is done as its parent."""
    return side_label(edition.programme, slug.removesuffix("-inward"))


def _shown(edition: Edition, slug: str) -> tuple[tuple[str, Picture], ...]:
    """The key pictures, two of a move and the one of an inward option."""
    letters = "D" if slug.endswith("-inward") else KEY_PICTURES.get(slug, "AC")
    found = ((letter, edition.pictures.get(f"{slug}-{letter}")) for letter in letters)
    return tuple((letter, picture) for letter, picture in found if picture)


def _how(edition: Edition, slug: str, width: float) -> Section:
    shown = _shown(edition, slug)
    room = width - PICTURES - GUTTER if shown else WORDS
    steps = steps_with(edition, slug, "".join(letter for letter, _ in shown))
    height = max(steps_height(steps, room), len(shown) * (LEAST_PICTURE + 1.5))
    return Section(height, partial(_draw_how, slug=slug, steps=steps, shown=shown))


def _draw_how(
    sheet: Sheet,
    edition: Edition,
    box: Box,
    *,
    slug: str,
    steps: tuple[Text, ...],
    shown: tuple[tuple[str, Picture], ...],
) -> None:
    del edition, slug
    place = box.after(PICTURES + GUTTER) if shown else box.left(WORDS)
    for spot, (letter, picture) in zip(
        box.left(PICTURES).rows(*[None] * len(shown), gap=1.5) if shown else (), shown, strict=True
    ):
        with sheet.element("P"):
            parts.badge(sheet, (spot.x + 3.3, spot.y + 3.5), 3.1, letter, 11)
        picture.draw(sheet, spot.inset(7.5, 0, 0), letters=True)
    draw_steps(sheet, steps, place)


def _fault(slug: str) -> str:
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


def _lines(title: str, lines: Sequence[Text]) -> Section:
    height = theme.H3.pitch + 1.0 + sum(height_of(line, WORDS, theme.BODY, breakable=True) + 1.0 for line in lines)
    return Section(height, partial(_draw_lines, title=title, lines=tuple(lines)))


def _draw_lines(sheet: Sheet, edition: Edition, box: Box, *, title: str, lines: tuple[Text, ...]) -> None:
    del edition
    y = sheet.heading(2, title, box, theme.H3) + 1.0
    for line in lines:
        y = sheet.paragraph(line, Box(box.x, y, WORDS, box.bottom - y + 0.1), theme.BODY, breakable=True) + 1.0
