"""Draw the README's pictures of real pages: `python tests/readme_pictures.py` writes assets/readme/*.png."""

from pathlib import Path

import pypdfium2 as pdfium

from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import render

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "readme"
PAGES = {"cover": 1, "before-you-start": 2, "move": 7, "week": 11}


def main() -> None:
    """Render the pages at 72 dots an inch, enough for a web page."""
    people = {"name": "Sam Example", "clinic": "Northfield Physiotherapy", "phone": "01632 960 123"}
    document = pdfium.PdfDocument(render(plan_programme(Preferences(**people))).pdf)
    FOLDER.mkdir(exist_ok=True)
    for name, number in PAGES.items():
        document[number - 1].render(scale=1).to_pil().save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
