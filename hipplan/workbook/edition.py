"""One edition of a workbook: the programme, the paper and where everything is. Pages get it with their sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from hipplan.pdf.sheet import Sheet
from hipplan.plan.programme import Programme
from hipplan.workbook.picture import Picture
from hipplan.workbook.theme import Paper

WIDEST = 88  # two wide digits: a text measured with it never gets longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """`contents` maps a page's key to its number; `pictures` may lack any picture: pages look finished without."""

    programme: Programme
    paper: Paper
    version: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    contents: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0

    def page_of(self, key: str) -> int:
        """Number of the page with this key; before the pages are counted, a number as wide as any."""
        return self.contents.get(key, 0 if self.contents else WIDEST)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to draw: its key, its bookmark (empty for none) and its drawing."""

    key: str
    bookmark: str
    draw: Callable[[Sheet, Edition], None]
