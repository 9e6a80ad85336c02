"""Pages that were drawn before, kept for the next workbook that looks the same to them.

What a page's drawing looks at is noted, never declared, so nothing can be forgotten: a page is taken again only where
everything it looked at is as it was.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from hipplan.pdf.book import Book
from hipplan.pdf.pressing import Pressed
from hipplan.pdf.sheet import Sheet
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.looking import Look, Name
from hipplan.workbook.page_groups import GroupDrawer

MOST = 256  # pages that are kept: about 5 MB
Kept = TypeVar("Kept")
Place = tuple[int, int]
"""The place of a page and that of the page that its section begins on."""


class Keeper(Generic[Kept]):
    """Things by their slot and by all that was ever looked at for that slot; the longest unused are let go."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._names: dict[Hashable, tuple[Name, ...]] = {}
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def find(self, slot: Hashable, look: Look) -> Kept | None:
        """What was kept for what is to be seen now."""
        names = self._names.get(slot)
        if names is None:
            return None
        key = self._key(slot, names, look)
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, slot: Hashable, look: Look, looked_at: Iterable[Name], thing: Kept) -> None:
        """Keep a thing that was made by looking at these names."""
        names = tuple(sorted({*self._names.get(slot, ()), *looked_at}))
        self._names[slot] = names
        self._kept[self._key(slot, names, look)] = thing
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    @staticmethod
    def _key(slot: Hashable, names: Iterable[Name], look: Look) -> Hashable:
        return slot, tuple(map(look.value, names))

    def clear(self) -> None:
        """Forget everything."""
        self._names.clear()
        self._kept.clear()


_pages: Keeper[Pressed] = Keeper(MOST)
_groups: Keeper[tuple[tuple[Page, ...], frozenset[Name]]] = Keeper(MOST)


def forget_pages() -> None:
    """Draw everything anew from here on."""
    _pages.clear()
    _groups.clear()


class KeptPages:
    """The pages of one workbook as far as they are kept; `base` is what all of them depend on."""

    def __init__(self, edition: Edition, base: Hashable) -> None:
        self._look, self._base = Look(edition), base
        self._planned_by: dict[str, frozenset[Name]] = {}

    def group(self, name: str, drawer: GroupDrawer, edition: Edition) -> list[Page]:
        """The pages of a group; how they are drawn is planned only once one of them has to be drawn."""
        slot = (self._base, name, edition.paper)
        seen = self._look.through(edition)
        found = _groups.find(slot, self._look)
        planned = _Planned(partial(drawer, seen))
        if not found:
            with self._look.noting() as looked_at:
                shown = planned.shown()
            found = shown, frozenset(looked_at)
            _groups.keep(slot, self._look, looked_at, found)
        self._planned_by |= {page.key: found[1] for page in found[0]}
        return [replace(page, draw=partial(planned.draw, place)) for place, page in enumerate(found[0])]

    def find(self, page: Page, place: Place, edition: Edition) -> Pressed | None:
        """What was drawn before, in another workbook, where all that this page looks at was the same."""
        self._look.through(edition)
        return _pages.find((self._base, place, page.key, edition.paper), self._look)

    def draw(self, page: Page, place: Place, edition: Edition, book: Book, sheet: Sheet) -> None:
        """Draw a page and keep it."""
        seen = self._look.through(edition)
        with self._look.noting() as looked_at:
            page.draw(sheet, seen)
        pressed = book.press()
        if pressed:
            looked_at |= self._planned_by.get(page.key, frozenset())
            _pages.keep((self._base, place, page.key, edition.paper), self._look, looked_at, pressed)


class _Planned:
    """Pages of a group, planned when they are first asked for."""

    def __init__(self, drawer: Callable[[], list[Page]]) -> None:
        self._drawer = drawer
        self._pages: list[Page] = []

    def _all(self) -> list[Page]:
        self._pages = self._pages or self._drawer()
        return self._pages

    def shown(self) -> tuple[Page, ...]:
        """What can be said of the pages before they are drawn."""
        return tuple(replace(page, draw=_undrawn) for page in self._all())

    def draw(self, place: int, sheet: Sheet, edition: Edition) -> None:
        """Draw the page at this place of the group."""
        self._all()[place].draw(sheet, edition)


def _undrawn(sheet: Sheet, edition: Edition) -> None:
    raise NotImplementedError("what is kept of a group says only which pages it has")
