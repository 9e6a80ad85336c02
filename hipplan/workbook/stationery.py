"""A clinic's own papers: the letterhead under our pages with the room it needs, and the leaflets behind them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from hipplan.errors import FileProblemError, PreferencesError
from hipplan.pdf.box import Box
from hipplan.pdf.leaflets import Leaflet, read_leaflets
from hipplan.pdf.letterhead import Letterhead, SafeAreaError, read_letterhead
from hipplan.pdf.text import LayoutError
from hipplan.workbook.clinic import Clinic, SafeArea
from hipplan.workbook.theme import Paper

MOST_BYTES = 30_000_000
NO_ROOM = SafeArea()
SIDES, ENDS = 16, 13  # millimetres: the margins that pages have anyway


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """What a clinic file asks for, read; `origin` names the file for messages."""

    letterhead: Letterhead | None = None
    everywhere: bool = False
    safe: SafeArea = NO_ROOM
    leaflets: tuple[Leaflet, ...] = ()
    origin: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be said of the papers, a line each."""
        own = list(self.letterhead.notes) if self.letterhead else []
        if self.letterhead and self.safe == NO_ROOM:
            own.append(f"{self.origin}: no safe_area, so our words may stand on those of the letterhead; give its room")
        return (*own, *(note for leaflet in self.leaflets for note in leaflet.notes))

    def in_grey(self) -> "Stationery":
        """The same papers without colours."""
        head = self.letterhead
        greyed = replace(head, parcel=head.parcel.in_grey()) if head else None
        leaflets = tuple(replace(leaflet, parcel=leaflet.parcel.in_grey()) for leaflet in self.leaflets)
        return replace(self, letterhead=greyed, leaflets=leaflets)

    def under(self, number: int) -> Letterhead | None:
        """The letterhead of a page; 1 is the first, the cover."""
        return self.letterhead if self.everywhere or number == 1 else None

    def clear(self, number: int, paper: Paper) -> Box | None:
        """The box that the page must stay within; None where anything goes."""
        safe, sheet = self.safe, paper.sheet
        if not self.under(number) or safe == NO_ROOM:
            return None
        return sheet.inset(safe.left, safe.top, safe.right, safe.bottom)

    def paper(self, number: int, paper: Paper) -> Paper:
        """The paper with as much of its area as the letterhead leaves to this page."""
        clear = self.clear(number, paper)
        if not clear:
            return paper
        area = paper.area
        x, y = max(area.x, clear.x), max(area.y, clear.y)
        right, bottom = min(area.right, clear.right), min(area.bottom, clear.bottom - paper.foot)
        return replace(paper, area=Box(x, y, right - x, bottom - y))

    def planned_paper(self, paper: Paper, *, first: str) -> Paper:
        """The paper to share things out on: a first page that is no cover is as good as any to put them on."""
        return self.paper(1, paper) if self.everywhere or first != "cover" else paper

    @contextmanager
    def keeping_clear(self, number: int, page: str) -> Iterator[None]:
        """What does not fit beside the letterhead is said in one line, naming the page; elsewhere it is a bug.

        The first page has the letterhead in any case, so there "cover" is no way out.
        """
        try:
            yield
        except (LayoutError, SafeAreaError) as error:
            if not self.under(number) or self.safe == NO_ROOM:
                raise
            way = ', or say letterhead_pages = "cover"' if self.everywhere and number > 1 else ""
            told = f"{page} does not fit beside it; {self._lessen(error)}{way}"
            raise PreferencesError(f"{self.origin}: safe_area: {told}") from error

    def _lessen(self, error: LayoutError | SafeAreaError) -> str:
        """Which numbers of the safe area to make smaller, and by how much where that is known."""
        sides, ends = ("left", "right"), ("top", "bottom")
        wide = [edge for edge in sides if getattr(self.safe, edge) > SIDES]
        high = [edge for edge in ends if getattr(self.safe, edge) > ENDS]
        if not isinstance(error, SafeAreaError):
            usual = f" ({SIDES} mm at a side always fits)" if wide else ""
            return f"make {' or '.join([*high, *wide]) or 'the area'} smaller{usual}"
        edges = (wide if error.side in sides else high) or [error.side]
        return f"make {' or '.join(edges)} smaller by {ceil(error.millimetres)} mm"


NO_STATIONERY = Stationery()


def read_stationery(clinic: Clinic, origin: Path, paper: Paper) -> Stationery:
    """Read the letterhead and the leaflets. Raises FileProblemError in one line for the first that cannot be used."""
    letterhead = None
    if clinic.letterhead:
        data = _bytes(clinic.letterhead, origin, "letterhead")
        with _named(origin, "letterhead"):
            letterhead = read_letterhead(data, str(clinic.letterhead), paper.sheet)
    files = [(str(path), _bytes(path, origin, "leaflets")) for path in clinic.leaflets]
    with _named(origin, "leaflets"):
        leaflets = read_leaflets(files, paper.sheet)
    return Stationery(
        letterhead=letterhead,
        everywhere=clinic.letterhead_pages == "all",
        safe=clinic.safe_area,
        leaflets=leaflets,
        origin=str(origin),
    )


@contextmanager
def _named(origin: Path, key: str) -> Iterator[None]:
    """Problems say which key of which clinic file they come from."""
    try:
        yield
    except FileProblemError as error:
        raise FileProblemError(*(f"{origin}: {key}: {problem}" for problem in error.problems)) from None


def _bytes(path: Path, origin: Path, key: str) -> bytes:
    """A whole file, not more of it than is read anyway."""
    try:
        if not path.is_file():
            problem = "a folder or no ordinary file" if path.exists() else "no such file"
            raise FileProblemError(f"{origin}: {key}: {path}: {problem}; check the name")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileProblemError(f"{origin}: {key}: {path}: cannot be read ({error.strerror}); check the file") from None
