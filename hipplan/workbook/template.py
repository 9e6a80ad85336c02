"""Templates: which pages a workbook has, in which order. A clinic may replace them."""

from dataclasses import dataclass

from hipplan.resources import read_toml


@dataclass(frozen=True, slots=True)
class Template:
    """A name for people, and the names of page groups in order."""

    name: str
    description: str
    pages: tuple[str, ...]


def read_template(name: str) -> Template:
    """Read one of the shipped templates."""
    facts = read_toml("templates", f"{name}.toml")
    return Template(facts["name"], facts["description"], tuple(facts["pages"]))
