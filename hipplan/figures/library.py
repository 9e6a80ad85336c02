"""The shipped pictures by their key, each read at its first use and kept for the life of the process."""

from functools import cache

from hipplan.figures.svg import Drawing, read_svg
from hipplan.resources import resource


@cache
def shipped() -> frozenset[str]:
    """Every picture there is: the names of the files in assets/figures."""
    return frozenset(path.stem for path in resource("assets", "figures").glob("*.svg"))


@cache
def drawing(key: str) -> Drawing:
    """One picture. Raises FileNotFoundError for a key that is not there."""
    return read_svg(resource("assets", f"figures/{key}.svg").read_text(encoding="utf-8"), key)
