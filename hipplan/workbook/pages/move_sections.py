"""The parts of a move's page that tell how to do it: steps with the dose, and what this person should know first."""

from functools import partial

from hipplan.pdf.box import Box
from hipplan.pdf.fonts import NO_BREAK_SPACE
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text, height_of, plain
from hipplan.plan.preferences import Preferences
from hipplan.plan.quantities import cautions, levels_used, moves_in
from hipplan.plan.query import query
from hipplan.plan.written import note_for
from hipplan.words import keys_under, rich, say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.naming import move_name, sides
from hipplan.workbook.pages import dose_table
from hipplan.workbook.pages.section import Section
from hipplan.workbook.units import kept_runs

STEPS, GUTTER = 102.0, 8.0
NUMBER, STEP_GAP, STEP_LEAST = 9.0, 1.7, 6.2
OWN_WORDS = 137.0  # about 75 characters
PAD, LEAST_FOR_YOU = 1.8, 10.4  # the triangle needs the least


def start_level(edition: Edition, slug: str) -> int:
    """The level this plan starts the move with."""
    return levels_used(edition.programme, slug)[0].level


def steps_of(edition: Edition, slug: str) -> tuple[Text, ...]:
    """The steps of the level this plan starts with, first side first; with letters where there are pictures."""
    return steps_with(edition, slug, "ABCD")


def steps_with(edition: Edition, slug: str, letters: str) -> tuple[Text, ...]:
    """The same, naming only the pictures that are drawn beside them."""
    first, other = sides(edition.programme)
    words = {"first": say(f"sides.{first}"), "other": say(f"sides.{other}")}
    level = min(start_level(edition, slug), 1)
    steps: list[Text] = []
    for key in keys_under(f"steps.{slug}.level-{level}"):
        letter = say(f"{key}.picture")
        text = rich(f"{key}.text", **words)
        if letter and letter in letters and f"{slug}-{letter}" in edition.pictures:
            text = (*text, (f"{NO_BREAK_SPACE}({letter})", False))
        steps.append(kept_runs(text))
    return tuple(steps)


def how_section(edition: Edition, slug: str, width: float, *, beside: bool) -> Section:
    """Steps at the left, the dose table at the right or in a section of its own."""
    steps = steps_of(edition, slug)
    room = width - dose_table.WIDTH - GUTTER if beside else 137.0
    height = theme.H2.pitch + 1.6 + steps_height(steps, room)
    if beside:
        height = max(height, dose_table.table_height(edition, slug))
    return Section(height, partial(_draw_how, slug=slug, steps=steps, room=room, beside=beside))


def steps_height(steps: tuple[Text, ...], room: float, gap: float = STEP_GAP) -> float:
    """Height of numbered steps; a step is at least as high as its ring."""
    return sum(max(STEP_LEAST, height_of(step, room - NUMBER, theme.BODY)) + gap for step in steps) - gap


def _draw_how(
    sheet: Sheet, edition: Edition, box: Box, *, slug: str, steps: tuple[Text, ...], room: float, beside: bool
) -> None:
    _how(sheet, box.left(room), steps)
    if beside:
        dose_table.draw_table(sheet, edition, box.after(box.width - dose_table.WIDTH), slug)


@stamped
def _how(sheet: Sheet, box: Box, steps: tuple[Text, ...]) -> None:
    y = sheet.heading(2, say("move.how"), box, theme.H2) + 1.6
    draw_steps(sheet, steps, Box(box.x, y, box.width, box.bottom - y))


def draw_steps(sheet: Sheet, steps: tuple[Text, ...], box: Box, gap: float = STEP_GAP) -> float:
    """A ring with a number, then the words. Returns the y below."""
    y = box.y
    with sheet.list():
        for number, step in enumerate(steps, start=1):
            with sheet.element("LI"):
                with sheet.element("Lbl"):
                    parts.step_ring(sheet, (box.x + 3.3, y + 2.7), str(number))
                place = Box(box.x + NUMBER, y, box.width - NUMBER, box.bottom - y)
                end = draw_paragraph(sheet, step, place, theme.BODY, role="LBody")
            y = max(end, y + STEP_LEAST) + gap
    return y - gap


def for_you_section(edition: Edition, slug: str, width: float, *, run_on: bool = False) -> Section | None:
    """What this person's precautions and physio say of the move: before the steps, as it changes how they are done.

    Cautions may run on in one paragraph, where that lets two moves share a page.
    """
    care = cautions_of(edition, slug)
    if run_on and care:
        care = (" ".join(plain(line) for line in care),)
    lines = (*((line, OWN_WORDS) for line in physio_notes(edition, slug)), *((line, width - 19) for line in care))
    if not lines:
        return None
    height = 2 * PAD + sum(height_of(line, room, theme.BODY, breakable=True) + 0.6 for line, room in lines) - 0.6
    return Section(max(height, LEAST_FOR_YOU if care else 0.0), partial(_draw_for_you, lines=lines, care=bool(care)))


def cautions_of(edition: Edition, slug: str) -> tuple[Text, ...]:
    """What to take care of in this move: a dose beyond the usual range, then the precautions."""
    outside = [o for o in edition.programme.outside if o.move == slug]
    return (
        *(say("move.outside", because=o.because) for o in outside),
        *cautions(edition.programme.preferences, slug),
    )


@query
def _written_for(preferences: Preferences, slug: str) -> tuple[str, str | None, str | None]:
    """Whose notes they are, that for a move and that for its inward option."""
    whose = "from_physio" if preferences.clinician or preferences.clinic else "from_you"
    return whose, note_for(preferences.notes_for, slug), note_for(preferences.notes_for, f"{slug}-inward")


def physio_notes(edition: Edition, slug: str) -> tuple[Text, ...]:
    """The physio's own words for a move, and for its inward option where the plan has it."""
    inward = f"{slug}-inward"
    whose, own, turned = _written_for(edition.programme.preferences, slug)
    lines: list[Text] = [rich(f"move.{whose}", note=own)] if own else []
    if turned and inward in moves_in(edition.programme):
        lines.append(rich(f"move.{whose}_for", name=move_name(inward), note=turned))
    return tuple(lines)


def _draw_for_you(
    sheet: Sheet, edition: Edition, box: Box, *, lines: tuple[tuple[Text, float], ...], care: bool
) -> None:
    del edition
    parts.bar(sheet, box, edge=True)
    if care:
        parts.care_shape(sheet, (box.x + 7.4, box.y + 5.2), 3.0)
    y = box.y + PAD
    with sheet.list():
        for line, room in lines:
            with sheet.element("LI"):
                place = Box(box.x + (15 if care else 6), y, room, box.bottom - y)
                y = draw_paragraph(sheet, line, place, theme.BODY, role="LBody", breakable=True) + 0.6


def source_of(edition: Edition, slug: str) -> str:
    """Where the facts about a move come from, and the page that says more, if there is one."""
    page = edition.page_of("sources")
    source = say(f"source_line.{slug}")
    if not page:
        return say("move.source_only", source=source) if source else ""
    return say("move.source", source=source, page=page) if source else say("move.no_source", page=page)
