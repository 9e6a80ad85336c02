"""The workbooks of a batch as one file to print, bookmarked by patient."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hipplan.batch.folder import Folder
from hipplan.batch.outcome import Outcome
from hipplan.batch.store import Store
from hipplan.batch.tasks import Task
from hipplan.errors import FileProblemError, OutputExistsError
from hipplan.output import STANDARD_OUTPUT, check_file, replacing

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n% hipplan print stream\n"


def check_stream(target: Path) -> None:
    """Find what would stop the writing, or would be lost by it."""
    if target == STANDARD_OUTPUT:
        raise FileProblemError("--print-stream -: does not go to standard output; name a file")
    check_file(target, option="--print-stream", way_out="; name a file")
    if target.is_symlink():
        raise OutputExistsError(f"{target}: a link; name a file with --print-stream")
    if target.exists():
        with target.open("rb") as file:
            if file.read(len(HEAD)) != HEAD:
                raise OutputExistsError(f"{target}: already there, and not a print stream; name another file")


def write_stream(target: Path, folder: Folder | Store, books: Iterable[tuple[str, Outcome]]) -> int:
    """Write all workbooks with their bookmarks, and give the pages."""
    from hipplan.batch.print_stream import PrintStream  # noqa: PLC0415  brings in pypdf, which few need

    try:
        with replacing(target, mode=folder.mode) as file:
            stream = PrintStream(file)
            for title, outcome in books:
                stream.add(folder.read(outcome.file), title)
            stream.finish()
    except OSError as error:
        raise FileProblemError(f"{target}: cannot be written ({error.strerror}); name another file") from None
    return stream.pages


def titled(tasks: Iterable[Task], outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Outcome]]:
    """The workbooks that there are, by the clinic's number for the person, else the row's; both if it comes again.

    The file is personal whatever we do, as names stand on its pages; but bookmarks show on the screens of a print room,
    and a number is enough to find a workbook.
    """
    given: set[str] = set()
    for task, outcome in zip(tasks, outcomes, strict=True):
        if task.preferences and not outcome.error:
            row = f"Row {outcome.row}"
            name = task.preferences.id or row
            yield f"{name} ({row.lower()})" if name in given else name, outcome
            given.add(name)
