"""What became of a row: the one record that the journal, the manifest and the report share. Names nobody."""

from dataclasses import dataclass

NOT_YET = "not made yet; run the same command again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`asked` is the digest of preferences and version; with an `error` there is no workbook for the row."""

    row: int
    file: str
    asked: str = ""
    programme: str = ""
    pages: int = 0
    left_out: tuple[str, ...] = ()
    sha256: str = ""
    error: str = ""
