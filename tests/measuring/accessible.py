"""What a listener must find in a workbook, compared with its programme; every fault is one line."""

from collections.abc import Iterator
from itertools import pairwise

import page as conformance

from hipplan.plan.programme import Programme, Session
from hipplan.plan.quantities import levels_used, moves_in
from hipplan.words import keys_under, rich, say
from hipplan.workbook.naming import move_name, sides
from measuring.structure import Element, TaggedPage, read_structure

HEADINGS = ("H1", "H2", "H3")
PROFILES = ("ua1", "2a")
COLUMN_GAP = 20.0  # millimetres to the right that begin a new column


def breaches(data: bytes) -> list[str]:
    """What the validator finds against PDF/UA-1 and PDF/A-2a."""
    return [
        f"{profile}: {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in conformance.validate_pdf_bytes(data, profile=profile).failures
    ]


def faults(data: bytes, programme: Programme) -> list[str]:
    """What a listener would miss, hear twice, or hear in the wrong place."""
    pages = read_structure(data)
    found = [fault for page in pages for fault in (*_heading_faults(page), *_silent(page))]
    return [*found, *_missing_pages(pages, programme), *_log_faults(pages, programme), *_steps(pages, programme)]


def _heading_faults(page: TaggedPage) -> Iterator[str]:
    headings = page.roles(*HEADINGS)
    levels = [int(heading.role[1]) for heading in headings]
    where = f"page {page.number}"
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"{where}: should begin with its one title (got {levels})"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"{where}: skips a heading level ({levels})"
    if not all(heading.words for heading in headings):
        yield f"{where}: an empty heading"
    for before, after in pairwise(headings):
        if after.y < before.y - 1 and after.x < before.x + COLUMN_GAP:
            yield f"{where}: {after.words!r} is read after {before.words!r} and stands above it"


def _silent(page: TaggedPage) -> Iterator[str]:
    """Words that nobody hears, and pictures that say next to nothing."""
    for text in page.artifacts:
        if not text.startswith(("Hip rotation workbook", "For ", "Plan ", "Page ")):
            yield f"page {page.number}: {text!r} is read to nobody"
    for figure in page.roles("Figure"):
        if len(figure.alt.split()) < 4:
            yield f"page {page.number}: a picture says only {figure.alt!r}"


def _missing_pages(pages: tuple[TaggedPage, ...], programme: Programme) -> Iterator[str]:
    titles = [heading.words for page in pages for heading in page.roles("H1")]
    wanted = [move_name(slug) for slug in moves_in(programme) if not slug.endswith("-inward")]
    wanted += [say("week.title", week=week.number) for week in programme.weeks]
    for title in wanted:
        if not any(found == title or found.startswith(f"{title} ") for found in titles):
            yield f"no page has the title {title!r}"


def _steps(pages: tuple[TaggedPage, ...], programme: Programme) -> Iterator[str]:
    """Every step of every move, in order, as items of a list."""
    first, other = (say(f"sides.{side}") for side in sides(programme))
    heard = ["".join(element.words.split()) for page in pages for element in page.roles("LBody")]
    for slug in moves_in(programme):
        if slug.endswith("-inward"):
            continue
        level = min(levels_used(programme, slug)[0].level, 1)
        place = 0
        for key in keys_under(f"steps.{slug}.level-{level}"):
            step = "".join(text for text, _ in rich(f"{key}.text", first=first, other=other))
            letters = "".join(step.split())  # where a bold part ends, a space may be read or not
            place = next((n + 1 for n, words in enumerate(heard) if n >= place and words.startswith(letters)), -1)
            if place < 0:
                yield f"{slug}: {step!r} is not heard in its order"
                break


def _log_faults(pages: tuple[TaggedPage, ...], programme: Programme) -> Iterator[str]:
    for week in programme.weeks:
        title = say("week.title", week=week.number)
        own = [p for p in pages if any(h.words == title or h.words.startswith(f"{title} ") for h in p.roles("H1"))]
        tables = [table for page in own for table in page.roles("Table") if _is_log(table)]
        if len(tables) != len(week.sessions):
            yield f"{title}: {len(tables)} tables for {len(week.sessions)} sessions"
        for session, table in zip(week.sessions, tables, strict=False):
            for fault in _session_faults(session, table, programme):
                yield f"{title}, session {session.number}: {fault}"


def _is_log(table: Element) -> bool:
    heads = [cell for cell in table.walk() if cell.role == "TH" and cell.scope == "Column"]
    return bool(heads) and heads[0].words in {say("week.set", number=1), say("week.all_done")}


def _session_faults(session: Session, table: Element, programme: Programme) -> Iterator[str]:
    """A row for each move with its name as header, and a described box for each set that is asked for."""
    rows = [row for row in table.walk() if row.role == "TR"][1:]
    if len(rows) != len(session.prescriptions):
        yield f"{len(rows)} rows for {len(session.prescriptions)} moves"
    detail = programme.preferences.log_detail
    for row, prescription in zip(rows, session.prescriptions, strict=False):
        name = move_name(prescription.move)
        if not any(cell.role == "TH" and cell.scope == "Row" and name in cell.words for cell in row.children):
            yield f"no row header says {name}"
        boxes = [cell for cell in row.children if cell.role == "TD" and cell.alt.startswith(name)]
        least = 1 if detail == "simple" else prescription.sets
        if len(boxes) < least:
            yield f"{name} has {len(boxes)} described boxes for {prescription.sets} sets"
