"""The groups of pages that large print lays out again."""

from collections.abc import Callable, Mapping

from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large.before import before_pages
from hipplan.workbook.large.cover import cover_pages
from hipplan.workbook.large.fridge import fridge_pages
from hipplan.workbook.large.handout import handout_pages
from hipplan.workbook.large.how import how_pages
from hipplan.workbook.large.moves import move_pages
from hipplan.workbook.large.notes import notes_pages
from hipplan.workbook.large.progress import progress_pages
from hipplan.workbook.large.sources import sources_pages
from hipplan.workbook.large.tests import tests_pages
from hipplan.workbook.large.weeks import week_pages, week_pages_without_spare

GROUPS: Mapping[str, Callable[[Edition], list[Page]]] = {
    "cover": cover_pages,
    "notes": notes_pages,
    "before": before_pages,
    "how": how_pages,
    "tests": tests_pages,
    "moves": move_pages,
    "moves-short": handout_pages,
    "weeks": week_pages,
    "weeks-no-spare": week_pages_without_spare,
    "fridge": fridge_pages,
    "progress": progress_pages,
    "sources": sources_pages,
}
