"""Rows that are measured on the pages, with PDFium and, for the words, Pyphen."""

from collections.abc import Iterable, Sequence

from hipplan.checking.answer import NOT_CHECKED, Result, Row, ok_if
from hipplan.checking.box_kinds import is_small
from hipplan.checking.file_facts import FileFacts
from hipplan.checking.footers import pages_without_footer
from hipplan.checking.limits import ENDS, ROUNDING, SIDES, Limits
from hipplan.checking.page_measures import boxes, contrasts, gaps, is_tick, on_unknown
from hipplan.checking.rows_of_file import programme_of
from hipplan.checking.seen import PageSeen, Shape

Pages = Sequence[PageSeen]


def footer_row(pages: Pages, facts: FileFacts) -> Row:
    """A page that lies alone must say what it belongs to."""
    result: Result = NOT_CHECKED
    lacking: tuple[int, ...] = ()
    found = "only known of our own workbooks"
    if facts.mark:
        lacking = pages_without_footer(pages, programme=programme_of(facts.mark), version=facts.version)
        found = f"right on {len(pages) - len(lacking)} of {len(pages)} pages"
        result = ok_if(not lacking)
    return Row(key="footers", what="Footers", found=found, limit="plan, version, page", result=result, pages=lacking)


def size_row(pages: Pages, limits: Limits) -> Row:
    """The smallest text anywhere."""
    sizes = {page.number: min(text.size for text in page.texts if text.text.strip()) for page in pages if page.words}
    small = tuple(number for number, size in sizes.items() if size < limits.least_size)
    return Row(
        key="smallest-text",
        what="Smallest text",
        found=f"{min(sizes.values()):g} pt" if sizes else "no text",
        limit=f"at least {limits.least_size:g} pt",
        result=ok_if(not small) if sizes else NOT_CHECKED,
        pages=small,
    )


def contrast_row(pages: Pages, limits: Limits) -> Row:
    """Text against what lies under it, in colour and as a copier makes it."""
    least: dict[int, tuple[float, float]] = {}
    for page in pages:
        seen = list(contrasts(page))
        if seen:
            least[page.number] = (min(one.coloured for one in seen), min(one.grey for one in seen))
    pale = tuple(number for number, ratios in least.items() if min(ratios) < limits.least_contrast)
    on_images = sum(on_unknown(page, text) for page in pages for text in page.texts)
    colours, greys = zip(*least.values(), strict=True) if least else ((), ())
    found = f"{_down(min(colours))}:1, in grey {_down(min(greys))}:1" if least else "no text on a known ground"
    found += f"; {on_images} texts lie on images" if on_images else ""
    return Row(
        key="contrast",
        what="Contrast",
        found=found,
        limit=f"at least {limits.least_contrast:g}:1",
        result=NOT_CHECKED if not pale and (on_images or not least) else ok_if(not pale),
        pages=pale,
    )


def margin_row(pages: Pages) -> Row:
    """Nothing prints where holes are punched and printers do not reach."""
    out, sides, ends = [], [], []
    for page in pages:
        found = list(gaps(page))
        sides += [gap.side for gap in found]
        ends += [gap.end for gap in found]
        if any(gap.side < SIDES - ROUNDING or gap.end < ENDS - ROUNDING for gap in found):
            out.append(page.number)
    return Row(
        key="margins",
        what="Margins",
        found=f"{min(sides):.1f} mm at the sides, {min(ends):.1f} mm top and bottom" if sides else "nothing is printed",
        limit=f"at least {SIDES:g} and {ENDS:g} mm",
        result=ok_if(not out),
        pages=tuple(out),
    )


def write_in_row(pages: Pages, limits: Limits, *, ours: bool) -> Row:
    """Boxes that a thick pen can write in, and boxes to tick."""
    found = [(page.number, box) for page in pages for box in boxes(page)] if ours else []
    write = [box for _, box in found if not is_tick(box)]
    ticks = [box for _, box in found if is_tick(box)]
    small = {page.number for page in pages for box in boxes(page) if is_small(page, box, limits)} if ours else set()
    parts = [f"from {_least(write)}"] if write else []
    parts += [f"tick boxes from {_least(ticks)}"] if ticks else []
    asked = ("", limits.write_in), *limits.lower.items()
    least = ", ".join(f"{name} {wide:g} x {high:g} mm".strip() for name, (wide, high) in asked)
    return Row(
        key="write-in",
        what="Write-in boxes",
        found=", ".join(parts) or ("none found" if ours else "only known of our own workbooks"),
        limit=f"at least {least}, tick boxes {limits.tick:g} mm",
        result=ok_if(not small) if found else NOT_CHECKED,
        pages=tuple(sorted(small)),
    )


def _least(shapes: Iterable[Shape]) -> str:
    sizes = [(shape.outline.width, shape.outline.height) for shape in shapes]
    wide, high = (round(min(lengths), 1) for lengths in zip(*sizes, strict=True))
    return f"{wide:g} x {high:g} mm"


def _down(ratio: float) -> str:
    """One decimal, never rounded up to a limit that is missed."""
    return f"{int(ratio * 10) / 10:.1f}"
