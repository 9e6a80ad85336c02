"""The gate at a week's end: the calendar proposes, the log decides. Three cards from go to stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hipplan.pdf.box import Box
from hipplan.pdf.ink import Point
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import stamped
from hipplan.pdf.text import Text
from hipplan.plan.programme import Week
from hipplan.plan.quantities import Gate, gate, spare_after, test_dates
from hipplan.words import say
from hipplan.workbook import parts, theme
from hipplan.workbook.edition import Edition
from hipplan.workbook.endings import draw_paragraph
from hipplan.workbook.log_measures import ABOVE_NOTE, GATE_HEAD, NOTE_WIDTH, measures
from hipplan.workbook.naming import zone


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: its title, what it leads to, its shape and the conditions."""

    title: str
    leads_to: str
    shape: Callable[[Sheet, Point, float], None]
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GateWords:
    """A short hint beside the heading, and a note under the cards (empty for none)."""

    how: str
    note: Text


def draw_gate(sheet: Sheet, edition: Edition, y: float, session: int, cards: Sequence[Card], words: GateWords) -> float:
    """Draw the heading, the three cards and a note under them; return the y below."""
    area = sheet.area
    head = Box(area.x, y, area.width, GATE_HEAD)
    sheet.label(say("week.gate", number=session), head.left(80), theme.SESSION, role="H2")
    sheet.label(words.how, head.after(80), theme.NOTE, align="right")
    row = Box(area.x, head.bottom, area.width, measures(edition.paper).cards)
    with sheet.list():
        for box, card in zip(row.columns(None, None, None, gap=4), cards, strict=True):
            _draw_card(sheet, box, card, tight=edition.paper.tight)
    if not words.note:
        return row.bottom
    return draw_paragraph(sheet, words.note, Box(area.x, row.bottom + ABOVE_NOTE, NOTE_WIDTH, 20), theme.GATE)


def gate_cards(edition: Edition, week: Week) -> tuple[Card, ...]:
    """Move on, repeat or step back, with the limits of this week and this person."""
    at = gate(edition.programme, week)
    fine = say("week.effort_fine", effort=at.effort_limit)
    more = say("week.effort_care", effort=at.effort_limit + 1)
    tight = "_tight" if edition.paper.tight else ""
    leads_to = (
        _go_on(edition, at, tight),
        (say("week.repeat"), say("week.repeat_what", week=week.number)),
        (say("week.back"), _step_back(week, at, tight)),
    )
    return _cards(at, leads_to, fine, more)


def spare_cards(edition: Edition, week: Week) -> tuple[Card, ...]:
    """The same three for a week that is repeated: nobody knows yet which."""
    tight = "_tight" if edition.paper.tight else ""
    leads_to = tuple((say(f"week.{key}"), say(f"week.spare_{key}{tight}")) for key in ("on", "repeat", "back"))
    return _cards(gate(edition.programme, week), leads_to, say("week.spare_fine"), say("week.spare_more"))


def spare_note(edition: Edition, week: Week) -> str:
    """What to do after weeks off; in the first block there are no four weeks to go back."""
    first_block = week.number == spare_after(edition.programme)[0]
    return say("week.spare_off_first" if first_block else "week.spare_off")


def _cards(at: Gate, leads_to: Sequence[tuple[str, str]], fine: str, more: str) -> tuple[Card, ...]:
    missed = say("week.missed_two" if at.missed == 2 else "week.missed")
    care = zone(at.pain_ok + 1, at.pain_stop)
    conditions = (
        (say("week.all_sets"), say("week.pain_fine", zone=zone(0, at.pain_ok)), fine),
        (say("week.pain_care", zone=care), more, missed),
        (say("week.pain_stop", pain=at.pain_stop), say("week.worse"), say("week.form")),
    )
    shapes = (parts.fine_shape, parts.care_shape, parts.stop_shape)
    return tuple(Card(*words, shape, lines) for words, shape, lines in zip(leads_to, shapes, conditions, strict=True))


def _go_on(edition: Edition, at: Gate, tight: str) -> tuple[str, str]:
    if at.next_week:
        return say("week.on"), say("week.on_to", week=at.next_week)
    tested = len(test_dates(edition.programme)) > 1 and edition.page_of("tests")
    return say("week.finish"), say(f"week.finish_what{tight}" if tested else "week.finish_what_once")


def _step_back(week: Week, at: Gate, tight: str) -> str:
    if at.back_week:
        return say(f"week.back_to{tight}", week=at.back_week)
    easiest = all(p.level == 0 for session in week.sessions for p in session.prescriptions)
    return say(f"week.back_zero{tight}" if easiest else f"week.back_easier{tight}")


@stamped
def _draw_card(sheet: Sheet, box: Box, card: Card, *, tight: bool) -> None:
    sheet.ink.frame(box, theme.GATE_FRAME)
    size = 6.0 if tight else 6.5
    parts_y = (1.7, 8.5, 12.7, 4.5) if tight else (2.9, 12.8, 17.4, 4.8)
    box_down, rule_down, first_down, pitch = parts_y
    with sheet.element("LI"):
        parts.tick_box(sheet, (box.x + 3, box.y + box_down), size)
        title = Box(box.x + size + 5.2, box.y, box.width - size - 12.4, rule_down)
        with sheet.element("LBody"):
            if tight:
                _one_line(sheet, title, card)
            else:
                sheet.at(card.title, title, box.y + 6.1, theme.H3)
                sheet.at(card.leads_to, title, box.y + 10.7, theme.NOTE_INK)
            for number, condition in enumerate(card.conditions):
                sheet.at(condition, box.inset(3, 0, 2), box.y + first_down + number * pitch, theme.GATE)
    if tight:
        card.shape(sheet, (box.right - 4.2, box.y + 4.6), 2.6)
    else:
        card.shape(sheet, (box.right - 7.0, box.y + 6.3), 3.3)
    sheet.ink.line((box.x + 3, box.y + rule_down), (box.right - 3, box.y + rule_down), theme.ROW)


def _one_line(sheet: Sheet, title: Box, card: Card) -> None:
    """Title and next step side by side, where height is short."""
    words = ((card.title + " ", True),)
    baseline = title.y + 6.0
    sheet.at(words, title, baseline, theme.BODY_BOLD)
    from_x = parts.after_text(title, words, theme.BODY_BOLD)
    sheet.at(card.leads_to, from_x, baseline, theme.NOTE_INK)
