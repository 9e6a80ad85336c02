"""A folder elsewhere, such as s3://bucket/folder, through fsspec. Its rights are those of the store."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from uuid import uuid4

from hipplan.batch import journal, manifest
from hipplan.batch.outcome import Outcome
from hipplan.errors import FileProblemError, OutputExistsError


class Store:
    """The same as Folder; a store writes an object whole or not at all, so nothing half written is ever there."""

    mode = 0o600  # for what is written on this computer: the print stream

    def __init__(self, url: str) -> None:
        self.name = url
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415  an extra, which few need
        except ImportError:
            message = f"-o {url}: needs the extra cluster; install it with python -m pip install 'hipplan[cluster]'"
            raise FileProblemError(message) from None
        with self._told():
            self._fs, root = url_to_fs(url, use_listings_cache=False)
            self._root = str(root).rstrip("/")
        if self.exists(manifest.NAME) and not self._segments():
            raise OutputExistsError(f"{url}/{manifest.NAME}: not of a batch; choose another folder with -o")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # noqa: BLE001  each store has errors of its own
            kind = type(error).__name__
            message = f"-o {self.name}: cannot be used ({kind}); check the address, its driver and your rights"
            raise FileProblemError(message) from None

    def lines(self) -> "StoreLines":
        """Where the journal is kept."""
        return StoreLines(self)

    def tidy(self) -> None:
        """Nothing half written is ever there."""

    def exists(self, name: str) -> bool:
        """Whether there is such an object."""
        with self._told():
            return bool(self._fs.exists(f"{self._root}/{name}"))

    def read(self, name: str) -> bytes:
        """The whole object."""
        with self._told():
            return bytes(self._fs.cat_file(f"{self._root}/{name}"))

    def holds(self, made: Outcome) -> bool:
        """Whether the workbook is there, unchanged to the last byte."""
        return self.exists(made.file) and sha256(self.read(made.file)).hexdigest() == made.sha256

    def is_strange(self, name: str, *, ours: bool) -> bool:
        """Whether something stands there that no batch wrote."""
        return not ours and self.exists(name)

    def write(self, name: str, data: bytes) -> None:
        """Put an object in its place."""
        with self._told():
            self._fs.makedirs(f"{self._root}/{name}".rpartition("/")[0], exist_ok=True)
            self._fs.pipe_file(f"{self._root}/{name}", data)

    def _segments(self) -> list[str]:
        with self._told():
            found: list[Any] = self._fs.find(f"{self._root}/{journal.NAME}")
            return sorted(str(path).rpartition("/")[2] for path in found)


class StoreLines:
    """A store cannot add to an object, so that every few lines are an object of their own, in order."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = store._segments()  # noqa: SLF001  the other half of the same module
        self._waiting: list[str] = []

    def read(self) -> bytes:
        """All that was kept before."""
        return b"".join(self._store.read(f"{journal.NAME}/{name}") for name in self._names)

    def write(self, line: str) -> None:
        """Keep a line until the next object."""
        self._waiting.append(line)

    def sync(self) -> None:
        """Write them."""
        if self._waiting:
            # A store has no locks: two runs at once must not write over each other's lines.
            self._names.append(f"{len(self._names) + 1:08}-{uuid4().hex[:12]}")
            self._store.write(f"{journal.NAME}/{self._names[-1]}", "".join(self._waiting).encode())
            self._waiting = []

    def check_alone(self) -> None:
        """There is no lock to keep others out, but their lines tell of them."""
        if set(self._store._segments()) - set(self._names):  # noqa: SLF001  the same
            message = (
                "another batch wrote there at the same time; wait until it has ended, then run the same command again"
            )
            raise FileProblemError(f"-o {self._store.name}: {message}")

    def close(self) -> None:
        """Nothing is held."""
