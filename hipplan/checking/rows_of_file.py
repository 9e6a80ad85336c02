"""Rows that need no measuring: whose file it is, what it declares, its pages, paper and fonts."""

from collections import Counter
from typing import Literal

from hipplan.checking.answer import FAILS, NOT_CHECKED, OK, Row, ok_if
from hipplan.checking.file_facts import FileFacts

EXTRA = "pip install 'hipplan[check]'"
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
NEAR = 0.5  # millimetres that a paper may be off
_STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}


def programme_of(mark: str) -> str:
    """The programme's id in a mark such as "hipplan programme d70779f8 person 6d9695b0"."""
    return mark.split()[2] if mark else ""


def programme_row(facts: FileFacts) -> Row:
    """Whose file it is."""
    found = f"{programme_of(facts.mark)}, hipplan {facts.version or 'unknown'}" if facts.mark else "not one of ours"
    good = bool(facts.mark and facts.version)
    return Row(key="programme", what="Programme", found=found, limit="a workbook of hipplan", result=ok_if(good))


def conformance_row(facts: FileFacts, data: bytes, profile: Literal["ua1", "2a"]) -> Row:
    """Whether it declares a standard, and keeps it."""
    result = FAILS
    if profile not in facts.declared:
        found = "not declared"
    else:
        broken = _broken(data, profile)
        if broken is None:
            found, result = f"declared, not checked; {EXTRA}", NOT_CHECKED
        elif broken:
            more = f" and {len(broken) - 1} more" if broken[1:] else ""
            found = f"declared, not true: {broken[0]}{more}"
        else:
            found, result = "declared and true", OK
    name = _STANDARDS[profile]
    key = name.lower().replace("/", "")
    return Row(key=key, what=name, found=found, limit="declared and true", result=result)


def _broken(data: bytes, profile: Literal["ua1", "2a"]) -> tuple[str, ...] | None:
    """Rules that are broken; None without the extra."""
    try:
        from hipplan.checking.conformance import broken_rules  # noqa: PLC0415  the extra need not be there
    except ImportError:
        return None
    return broken_rules(data, profile)


def pages_row(facts: FileFacts) -> Row:
    """How much paper it takes."""
    count, leaflets = len(facts.papers), len(facts.papers) - facts.own
    found = f"{count}, the last {leaflets} a clinic's leaflets, not measured" if leaflets else str(count)
    return Row(key="pages", what="Pages", found=found, limit="at least 1", result=OK)


def paper_row(facts: FileFacts) -> Row:
    """A4 or Letter, upright, the same for all pages."""
    names = [_paper(*size) for size in facts.papers]
    usual = Counter(names).most_common(1)[0][0]
    known = usual in PAPERS
    odd = tuple(number for number, name in enumerate(names, start=1) if name != usual)
    found = usual if not odd else f"{usual}, and {len(set(names)) - 1} other"
    return Row(
        key="paper",
        what="Paper",
        found=found,
        limit="A4 or Letter",
        result=ok_if(known and not odd),
        pages=odd,
    )


def _paper(width: float, height: float) -> str:
    for name, (wide, high) in PAPERS.items():
        if abs(width - wide) < NEAR and abs(height - high) < NEAR:
            return name
    return f"{width:.0f} x {height:.0f} mm"


def fonts_row(facts: FileFacts) -> Row:
    """A font that is only named is another font on another machine."""
    loose = facts.loose_fonts
    more = f" and {len(loose) - 2} more" if loose[2:] else ""
    found = f"not embedded: {', '.join(loose[:2])}{more}" if loose else f"{facts.fonts}, all embedded"
    return Row(key="fonts", what="Fonts", found=found, limit="all embedded", result=ok_if(not loose))


def running_row(facts: FileFacts) -> Row:
    """Paper runs nothing, and neither should its file."""
    found = ", ".join(facts.running) or "none"
    what = "Scripts, actions"
    return Row(key="scripts", what=what, found=found, limit="none", result=ok_if(not facts.running))
