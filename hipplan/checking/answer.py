"""What a check says: rows of what was found and what it should be; the same as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Result = Literal["ok", "fails", "not checked"]
OK: Result = "ok"
FAILS: Result = "fails"
NOT_CHECKED: Result = "not checked"


def ok_if(good: bool) -> Result:  # noqa: FBT001  reads as a sentence
    """The result of something that was checked."""
    return OK if good else FAILS


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing a clinic wants to know; `pages` are those where it fails. No text of the file is in it."""

    key: str
    what: str
    found: str
    limit: str
    result: Result
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All rows, whose file it is, and whose limits were used: standard, large, or "" when no text was measured."""

    ours: bool
    programme: str
    version: str
    print: str
    rows: tuple[Row, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing fails; what was not checked does not count."""
        return FAILS not in (row.result for row in self.rows)


def answer_json(answer: Answer) -> dict[str, object]:
    """The answer as plain data."""
    data = asdict(answer)
    return {"passed": answer.passed, **data, "rows": [_row_json(row) for row in answer.rows]}


def read_answer(text: str) -> Answer:
    """The answer back from JSON."""
    data = json.loads(text)
    rows = tuple(Row(**{**row, "pages": tuple(row["pages"])}) for row in data.pop("rows"))
    del data["passed"]
    return Answer(**data, rows=rows)


def _row_json(row: Row) -> dict[str, object]:
    return {**asdict(row), "pages": list(row.pages)}


def listed_pages(pages: Sequence[int]) -> str:
    """Name pages, the first few when there are many."""
    if not pages:
        return ""
    if len(pages) == 1:
        return f"page {pages[0]}"
    if len(pages) <= 4:
        return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    return f"pages {', '.join(map(str, pages[:3]))} and {len(pages) - 3} more"
