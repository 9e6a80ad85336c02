"""The same workbook by Typst: its pages as data, and a compiler that is kept for the life of the process."""

import json
from dataclasses import replace
from pathlib import Path

import fontpkg_atkinson_hyperlegible as atkinson
import typst

from benchmarks.typst.recording import RecordingSheet
from hipplan.pdf.text import TextStyle
from hipplan.plan.programme import Programme
from hipplan.resources import resource
from hipplan.workbook import document, parts, theme

TEMPLATE = Path(__file__).with_name("twin.typ")
FONTS = Path(atkinson.ROOT) / "files"
_STYLES = [style for style in vars(theme).values() if isinstance(style, TextStyle)]


def figures() -> Path:
    """The folder of our pictures, which Typst reads as they are."""
    return resource("assets", "figures")


def data_of(programme: Programme) -> str:
    """All that is on the pages of the workbook, a line of JSON for the document, then a line for each page.

    A page that two patients share is the same line, so that Typst can remember it. Footers differ: they are told apart.
    """
    draft = document.draft_of(programme)
    listed = document.page_list(draft)
    edition = replace(draft, contents=document._contents(listed), pages=len(listed))
    numbers = {style: number for number, style in enumerate(dict.fromkeys(_STYLES))}
    pages, footers = [], []
    for number, page in enumerate(listed, start=1):
        sheet, foot = (RecordingSheet(edition.paper.sheet, edition.paper.area, edition, numbers) for _ in range(2))
        page.draw(sheet, edition)
        parts.footer(foot, edition, number)
        pages.append({"bookmarked": bool(page.bookmark), "entries": sheet.page})
        footers.append(foot.page)
    about = document._about(programme)
    facts = {
        "title": about.title,
        "author": about.author,
        "subject": about.subject,
        "paper": [edition.paper.sheet.width, edition.paper.sheet.height],
        "styles": [[style.size, style.leading, style.colour, style.bold] for style in numbers],
        "footers": footers,
    }
    return "\n".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in (facts, *pages))


class Twin:
    """Compiles one workbook after the other; nothing but the data changes between them."""

    def __init__(self, template: Path = TEMPLATE) -> None:
        self._compiler = typst.Compiler(str(template), root="/", font_paths=[str(FONTS)], ignore_system_fonts=True)

    def compile(self, data: str) -> bytes:
        """The tagged PDF."""
        made = self._compiler.compile(format="pdf", sys_inputs={"data": data, "figures": str(figures())})
        assert isinstance(made, bytes)
        return made
