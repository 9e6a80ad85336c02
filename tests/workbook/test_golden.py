"""Every kind of page, as a list of what stands where. `pytest --update-golden` writes them again; read the diff."""

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hipplan import __version__
from hipplan.checking.seen import PageSeen
from hipplan.workbook.document import draft_of, page_list
from hipplan.workbook.template import read_template
from measuring.describing import describe
from measuring.large_workbooks import built_large
from measuring.workbooks import Built, built, built_by, built_large_by

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
WORKBOOKS = ("default", "12-weeks-letter", "6-sessions")
LARGE = ("default", "people-letter")  # in large print
BOOKS = (*WORKBOOKS, *(f"large-{name}" for name in LARGE))
FEWEST_PAGES = 40
TEMPLATED = {
    "handout": ("default", "12-weeks-letter", "inward"),
    "fridge": ("default", "12-weeks-letter", "left", "letter", "16-weeks-of-6"),
    "log": ("default", "letter"),
    "large-handout": ("default", "12-weeks-letter"),
    "large-fridge": ("letter", "12-weeks-letter"),
    "large-log": ("default",),
}
OWN_GROUPS = ("moves-short", "fridge")  # the other pages are those of the workbook
LARGE_GROUPS = ("move-", "handout", "fridge")


@cache
def described() -> dict[str, str]:
    """Pages to compare, by the name of their golden."""
    found: dict[str, PageSeen] = {}
    for name in BOOKS:
        book = built_large(name.removeprefix("large-")) if name.startswith("large-") else built(name)
        keys, kinds = _keys(book), _kinds(book)
        found |= {f"{name}-{key}.txt": page for key, page in zip(keys, book.pages, strict=True) if key in kinds}
    found |= dict(_templated())
    return {name: describe(page).replace(__version__, "x.y.z") for name, page in found.items()}


def _templated() -> Iterator[tuple[str, PageSeen]]:
    """What a template has of its own; of a log the first week, which words things without a cover."""
    for template, names in TEMPLATED.items():
        for name in names:
            shipped = template.removeprefix("large-")
            own = OWN_GROUPS if shipped == template else LARGE_GROUPS
            book = (built_by if shipped == template else built_large_by)(shipped, name)
            pages = page_list(draft_of(book.programme, read_template(shipped)))
            for page, seen in zip(pages, book.pages, strict=True):
                if page.key.startswith(own) or page.key == "week-1":
                    yield f"{template}-{name}-{page.key}.txt", seen


def _keys(book: Built) -> list[str]:
    return [page.key for page in page_list(draft_of(book.programme))]


def _kinds(book: Built) -> set[str]:
    """Of weeks the first of each kind and the last, of spare weeks the first; every other page."""
    weeks, keys = book.programme.weeks, _keys(book)
    shown = {1, weeks[-1].number, *(week.number for week in weeks if week.kind == "easy")}
    first_easy = [number for number in sorted(shown) if weeks[number - 1].kind == "easy"][:1]
    wanted = {1, *first_easy, weeks[-1].number}
    spare = [key for key in keys if key.startswith("spare-")]
    dropped = {key for key in keys if key.startswith("week-") and int(key.split("-")[1]) not in wanted}
    return set(keys) - dropped - {key for key in spare if key.split("-")[1] != spare[0].split("-")[1]}


def test_there_is_a_golden_for_every_kind_of_page_and_no_other(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        for stale in set(GOLDEN.glob("*.txt")) - {GOLDEN / name for name in described()}:
            stale.unlink()
        for name, text in described().items():
            (GOLDEN / name).write_text(text, "utf-8")
    kinds = {name.split("-", 3)[-1].removesuffix(".txt").split("-")[0] for name in described()}
    assert {"cover", "notes", "before", "how", "tests", "move", "week", "spare", "progress", "sources"} <= kinds
    assert sorted(path.name for path in GOLDEN.glob("*")) == sorted(described())
    assert len(described()) >= FEWEST_PAGES


@pytest.mark.parametrize("name", [*BOOKS, *TEMPLATED])
def test_every_page_is_as_its_golden(name: str) -> None:
    pages = {golden: text for golden, text in described().items() if golden.startswith(f"{name}-")}
    assert len(pages) > (10 if name in BOOKS else 0)
    changes = [line for golden, text in sorted(pages.items()) for line in difference(golden, text)]
    assert not changes, "\n".join([*changes[:60], f"{len(changes)} lines; --update-golden writes them again"])


def difference(golden: str, text: str) -> list[str]:
    """Lines of a diff; a golden that is missing is a difference."""
    path = GOLDEN / golden
    if not path.is_file():
        return [f"{golden} is missing"]
    before = path.read_text("utf-8").splitlines()
    return list(difflib.unified_diff(before, text.splitlines(), golden, "today", n=0, lineterm=""))


def test_a_missing_golden_and_a_moved_text_are_differences() -> None:
    assert difference("no-such-page.txt", "text\n") == ["no-such-page.txt is missing"]
    name, text = next(iter(sorted(described().items())))
    moved = text.replace("text 16.0", "text 16.1", 1)
    assert moved != text
    assert len(difference(name, moved)) > len(difference(name, text))
