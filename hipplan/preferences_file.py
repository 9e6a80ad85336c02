"""Read what a user wrote in a file: text within limits, and preferences with the place each came from."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hipplan.errors import FileProblemError, PreferencesError
from hipplan.plan.complaints import nearest
from hipplan.plan.preferences import Preferences

MAX_BYTES = 1_000_000
_WAY_OUT = "hipplan init writes a file to start from"


@dataclass(frozen=True, slots=True)
class FilePreferences:
    """The values of a preferences file, not judged yet; where each stands; tables that do not belong there."""

    values: Mapping[str, object]
    origins: Mapping[str, str]
    problems: tuple[str, ...] = ()


def read_text(path: Path, kind: str) -> str:
    """Read a whole text file of a user; `kind` is what it should be, such as "preferences file"."""
    data = read_bytes(path, kind, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise FileProblemError(f"{path}: larger than 1 MB, so not a {kind}; check the name")
    return decoded(data, path, kind)


def decoded(data: bytes, path: Path, kind: str) -> str:
    """Take the bytes of a user's text file as UTF-8, with or without a byte order mark."""
    if b"\0" in data:
        raise FileProblemError(f"{path}: a binary or UTF-16 file, not a {kind}; check the name, or save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileProblemError(f"{path}: not UTF-8 text (byte {error.start + 1}); save it as UTF-8") from None


def read_bytes(path: Path, kind: str, most: int) -> bytes:
    """Read a file of a user, and one byte more than the most there may be."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe without a writer never answers
            raise FileProblemError(f"{path}: not an ordinary file; save the {kind} as one")
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise FileProblemError(f"{path}: no such file; check the name of the {kind}") from None
    except IsADirectoryError:
        raise FileProblemError(f"{path}: a folder; name the {kind} inside it") from None
    except OSError as error:
        raise FileProblemError(f"{path}: cannot be read ({error.strerror}); check who may read it") from None


def read_preferences_file(path: Path) -> FilePreferences:
    """Read a TOML file of preferences; parse_preferences judges the values."""
    values = parse_toml(path, "preferences file", _WAY_OUT)
    tables = {key for key, value in values.items() if isinstance(value, dict) and key not in Preferences.model_fields}
    return FilePreferences(
        values={key: value for key, value in values.items() if key not in tables},
        origins={key: f"{path}: {key}" for key in values},
        problems=tuple(f"{path}: {_table_problem(key, values[key])}" for key in values if key in tables),
    )


def parse_toml(path: Path, what: str, way_out: str) -> Mapping[str, object]:
    """Read a TOML file of the user's; `what` names it. Raises PreferencesError or FileProblemError, in one line."""
    try:
        return tomllib.loads(read_text(path, what))
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: not valid TOML: {error}; text stands in quotes, lists in [ ]; {way_out}"
        raise PreferencesError(message) from None
    except (RecursionError, ValueError):  # lists in lists without end; a whole number of thousands of digits
        raise PreferencesError(f"{path}: nested too deeply, or a number too long to read; {way_out}") from None


def _table_problem(name: str, table: object) -> str:
    """Say that preferences are flat, and which keys were meant."""
    shown = name if name.isprintable() else ascii(name)
    known = [key for key in Preferences.model_fields if isinstance(table, dict) and key in table]
    if known:
        return f"[{shown}]: preferences are plain keys, not tables; move {', '.join(known)} above the first [ ] line"
    advice = nearest(name, list(Preferences.model_fields)) or f"; {_WAY_OUT}"
    return f"[{shown}]: no such preference, and preferences are plain keys, not tables{advice}"
