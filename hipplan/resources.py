"""Find the shipped folders in a checkout and in a wheel; the only module that uses __file__."""

import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def resource(kind: str, name: str) -> Path:
    """Path of a shipped file; kind is "assets" or "templates"."""
    packed = _PACKAGE / kind
    checkout = _PACKAGE.parent
    folder = packed if packed.is_dir() or not (checkout / "pyproject.toml").is_file() else checkout / kind
    return folder / name


@cache
def read_toml(kind: str, name: str) -> dict[str, Any]:
    """Parse a shipped TOML file once; callers must not change what they get."""
    return tomllib.loads(resource(kind, name).read_text(encoding="utf-8"))


@cache
def data_digest() -> str:
    """One word for the words, facts and pictures that this hipplan ships, another when any of them changes."""
    folder = resource("assets", "words").parent
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder).as_posix()} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
