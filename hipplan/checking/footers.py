"""The line at the foot of our pages: which plan and version, which page of how many."""

from collections.abc import Sequence

from hipplan.checking.lines import lines_of
from hipplan.checking.seen import PageSeen
from hipplan.words import say


def pages_without_footer(pages: Sequence[PageSeen], *, programme: str, version: str) -> tuple[int, ...]:
    """Numbers of the pages that do not say what they belong to, or say it wrong."""
    plan = say("footer.plan", id=programme, version=version)
    lacking = []
    for page in pages:
        said = {line.text for line in lines_of(page)}
        if not {plan, say("footer.page", page=page.number, pages=len(pages))} <= said:
            lacking.append(page.number)
    return tuple(lacking)
