"""The groups of pages by name, in standard and in large print. Their modules come in when a workbook has them."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from hipplan.workbook.edition import Edition, Page

GroupDrawer = Callable[[Edition], list[Page]]
STANDARD: Mapping[str, str] = {
    "cover": "pages.cover:cover_pages",
    "notes": "pages.notes:notes_pages",
    "before": "pages.before:before_pages",
    "how": "pages.how:how_pages",
    "tests": "pages.self_tests:self_test_pages",
    "moves": "pages.move:move_pages",
    "moves-short": "pages.handout:handout_pages",
    "weeks": "pages.week:week_pages",
    "weeks-no-spare": "pages.week:week_pages_without_spare",
    "fridge": "pages.fridge:fridge_pages",
    "progress": "pages.progress:progress_pages",
    "sources": "pages.sources:sources_pages",
}
LARGE: Mapping[str, str] = {
    "cover": "large.cover:cover_pages",
    "notes": "large.notes:notes_pages",
    "before": "large.before:before_pages",
    "how": "large.how:how_pages",
    "tests": "large.tests:tests_pages",
    "moves": "large.moves:move_pages",
    "moves-short": "large.handout:handout_pages",
    "weeks": "large.weeks:week_pages",
    "weeks-no-spare": "large.weeks:week_pages_without_spare",
    "fridge": "large.fridge:fridge_pages",
    "progress": "large.progress:progress_pages",
    "sources": "large.sources:sources_pages",
}


@cache
def group_drawer(group: str, *, large: bool) -> GroupDrawer:
    """What lists the pages of a group."""
    module, _, function = (LARGE if large else STANDARD)[group].partition(":")
    found: GroupDrawer = getattr(import_module(f"hipplan.workbook.{module}"), function)
    return found
