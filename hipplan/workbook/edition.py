"""One edition of a workbook: the programme, the paper and where everything is. Pages get it with their sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Programme
from hipplan.workbook.face import NOBODYS, Face
from hipplan.workbook.picture import Picture
from hipplan.workbook.theme import Paper

WIDEST, WIDEST_LARGE = 88, 888  # as many wide digits as there can be: a text measured with it never gets longer


Plan = Callable[[], list["Page"]]
Apart = Callable[[str, Plan], list["Page"]]


def _at_once(name: str, plan: Plan) -> list["Page"]:
    del name
    return plan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """`contents` maps a page's key to its number; `pictures` may lack any picture: pages look finished without.

    `groups` are the page groups of the template: words never lead to a page that is not there. `apart` plans pages
    of a group that have nothing to do with the others, such as those of one week, under a name of their own.
    """

    programme: Programme
    paper: Paper
    version: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    contents: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    groups: tuple[str, ...] = ()
    face: Face = NOBODYS
    apart: Apart = _at_once

    def page_of(self, key: str) -> int:
        """Number of the page with this key, 0 without one; before the pages are counted, a number as wide as any."""
        widest = WIDEST_LARGE if self.programme.preferences.text_size == "large" else WIDEST
        return self.contents.get(key, 0 if self.contents else widest)

    def has(self, group: str) -> bool:
        """Whether the template has this group of pages."""
        return group in self.groups


@dataclass(frozen=True, slots=True)
class Page:
    """A page to draw: its key, its bookmark (empty for none), its drawing, and keys of more that is on it."""

    key: str
    bookmark: str
    draw: Callable[[Sheet, Edition], None]
    holds: tuple[str, ...] = ()
