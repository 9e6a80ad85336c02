"""Pages that were drawn before, kept for the next workbook that looks the same to them.

What a page's drawing looks at is noted, never declared, so nothing can be forgotten: a page is taken again only where
everything it looked at is as it was.
"""

from collections import OrderedDict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from hipplan.pdf.book import Book
from hipplan.pdf.pressing import Pressed
from hipplan.pdf.sheet import Sheet
from hipplan.pdf.stamping import forget_stamps
from hipplan.workbook.edition import Edition, Page, Plan
from hipplan.workbook.looking import Look, Name
from hipplan.workbook.page_groups import GroupDrawer

MOST = 320  # pages that are kept: about 4 MB
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
        names = self._names.get(slot, ())
        names += tuple(name for name in looked_at if name not in names)
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
_groups: Keeper["_Shown"] = Keeper(MOST)


def forget_pages() -> None:
    """Draw everything anew from here on."""
    _pages.clear()
    _groups.clear()
    forget_stamps()


@dataclass(frozen=True, slots=True)
class _Shown:
    """What can be said of pages before they are drawn; what was looked at to plan each, and to plan them all."""

    pages: tuple[Page, ...]
    of_pages: Mapping[str, frozenset[Name]]
    looked_at: frozenset[Name]


class KeptPages:
    """The pages of one workbook as far as they are kept; `base` is what all of them depend on."""

    def __init__(self, edition: Edition, base: Hashable) -> None:
        self._look, self._base = Look(edition), base
        self._looked_at: dict[str, frozenset[Name]] = {}

    def group(self, name: str, drawer: GroupDrawer, edition: Edition) -> list[Page]:
        """The pages of a group; how they are drawn is planned only once one of them has to be drawn."""
        slot, parts = (self._base, name, edition.paper), set[Name]()

        def apart(name: str, plan: Plan) -> list[Page]:
            before = frozenset(self._look.noted)
            found, pages = self._planned((slot, name), plan, before=before)
            parts.update(found.looked_at)
            return pages

        seen = replace(self._look.through(edition), apart=apart)
        _, pages = self._planned(slot, partial(drawer, seen), parts=parts)
        return pages

    def _planned(
        self, slot: Hashable, plan: Plan, *, before: frozenset[Name] = frozenset(), parts: Collection[Name] = ()
    ) -> tuple[_Shown, list[Page]]:
        """Pages that looked at `before` and at what planning them looks at; `parts` fills with that of pages apart."""
        found = _groups.find(slot, self._look)
        planned = _Planned(plan)
        if not found:
            with self._look.noting() as noted:
                pages = planned.all()
            looked_at = before | noted
            of_pages = {page.key: self._looked_at.get(page.key, looked_at) for page in pages}
            found = _Shown(tuple(replace(page, draw=_undrawn) for page in pages), of_pages, looked_at.union(parts))
            _groups.keep(slot, self._look, found.looked_at, found)
        self._looked_at |= found.of_pages
        return found, [replace(page, draw=partial(planned.draw, place)) for place, page in enumerate(found.pages)]

    def find(self, page: Page, place: Place, edition: Edition) -> Pressed | None:
        """What was drawn before, in another workbook, where all that this page looks at was the same."""
        self._look.through(edition)
        return _pages.find((self._base, place, page.key, edition.paper), self._look)

    def draw(self, page: Page, place: Place, edition: Edition, book: Book, sheet: Sheet) -> None:
        """Draw a page and keep it."""
        seen = self._look.through(edition)
        with self._look.noting() as noted:
            page.draw(sheet, seen)
        pressed = book.press()
        if pressed:
            noted |= self._looked_at.get(page.key, frozenset())
            _pages.keep((self._base, place, page.key, edition.paper), self._look, noted, pressed)


class _Planned:
    """Pages that are planned when they are first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._pages: list[Page] = []

    def all(self) -> list[Page]:
        """The pages, ready to be drawn."""
        self._pages = self._pages or self._plan()
        return self._pages

    def draw(self, place: int, sheet: Sheet, edition: Edition) -> None:
        """Draw the page at this place among them."""
        self.all()[place].draw(sheet, edition)


def _undrawn(sheet: Sheet, edition: Edition) -> None:
    raise NotImplementedError("what is kept of a group says only which pages it has")
