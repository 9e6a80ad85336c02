"""The folder of a batch: what stands in it, and writing into it whole or not at all."""

import os
from hashlib import sha256
from pathlib import Path

from hipplan.batch import journal, manifest
from hipplan.batch.lines import FileLines
from hipplan.batch.outcome import Outcome
from hipplan.errors import FileProblemError, OutputExistsError
from hipplan.output import forget_parts, replacing, usual_mode


class Folder:
    """Made when it is not there; nobody else may read it, or its files, unless they are `shared`."""

    def __init__(self, path: Path, *, shared: bool) -> None:
        self.path = path
        self.name = str(path)
        self.mode = usual_mode() if shared else 0o600
        try:
            path.mkdir(mode=0o777 if shared else 0o700, exist_ok=True)
        except FileNotFoundError:
            raise FileProblemError(f"{path}: the folder {path.parent} does not exist; make it first") from None
        except FileExistsError:
            raise FileProblemError(f"{path}: not a folder; name another with -o") from None
        except OSError as error:
            raise FileProblemError(f"{path}: cannot be made ({error.strerror}); name another with -o") from None
        if not os.access(path, os.W_OK | os.X_OK):
            raise FileProblemError(f"{path}: not writable; choose another folder with -o")
        if (path / manifest.NAME).exists() and not (path / journal.NAME).exists():
            raise OutputExistsError(f"{path / manifest.NAME}: not of a batch; choose another folder with -o")

    def lines(self) -> FileLines:
        """Where the journal is kept."""
        return FileLines(self.path / journal.NAME, mode=self.mode)

    def exists(self, name: str) -> bool:
        """Whether there is such a file."""
        return (self.path / name).is_file()

    def read(self, name: str) -> bytes:
        """The whole file."""
        return (self.path / name).read_bytes()

    def tidy(self) -> None:
        """Remove what a killed run left half written, with a person's words in it."""
        forget_parts(self.path)

    def holds(self, made: Outcome) -> bool:
        """Whether the workbook is there, unchanged to the last byte."""
        file = self.path / made.file
        try:
            return not file.is_symlink() and sha256(file.read_bytes()).hexdigest() == made.sha256
        except OSError:
            return False

    def is_strange(self, name: str, *, ours: bool) -> bool:
        """Whether something stands there that no batch wrote."""
        file = self.path / name
        return file.is_symlink() or (file.exists() and not (ours and file.is_file()))

    def write(self, name: str, data: bytes) -> None:
        """Put a file in its place; a full disk is full for every row, so that it ends the run."""
        try:
            with replacing(self.path / name, mode=self.mode) as file:
                file.write(data)
        except OSError as error:
            message = f"{self.path}: cannot be written ({error.strerror}); make room or choose another folder with -o"
            raise FileProblemError(message) from None
