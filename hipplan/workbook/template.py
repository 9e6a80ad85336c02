"""Templates: which pages a workbook has, in which order. A clinic may replace them."""

import tomllib
from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from hipplan.errors import PreferencesError
from hipplan.plan.complaints import nearest, shown, what_it_should_be
from hipplan.plan.preferences import Preferences
from hipplan.resources import read_toml, resource
from hipplan.words import listed
from hipplan.workbook.clinic import Clinic

Group = Literal[
    "cover",
    "notes",
    "before",
    "how",
    "tests",
    "moves",
    "moves-short",
    "weeks",
    "weeks-no-spare",
    "fridge",
    "progress",
    "sources",
]
GROUPS: tuple[Group, ...] = get_args(Group)
SHIPPED = ("workbook", "handout", "fridge", "log")
THEMES = ("standard",)
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "cover": ("before", "notes"),
    "tests": ("before",),
    "moves": ("before",),
    "moves-short": ("before",),
}
_WHY = {
    "before": "the safety page with its stop signs",
    "notes": "the page for what its cover cannot hold, printed only when there is something",
}
_EXERCISES = ("tests", "moves", "moves-short", "weeks", "weeks-no-spare", "fridge")
_EXCLUDE = (("weeks", "weeks-no-spare"), ("moves", "moves-short"))
_FIELDS = {"string_too_short": "should not be empty", "too_short": "should name at least one page"}


class Template(BaseModel):
    """A name for people, and the names of page groups in order."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(min_length=1, max_length=40)
    description: str = Field(min_length=1, max_length=200)
    pages: tuple[Group, ...] = Field(min_length=1, max_length=len(GROUPS), strict=False)
    theme: Literal["standard"] = "standard"

    @field_validator("name", "description")
    @classmethod
    def _printable(cls, value: str) -> str:
        """Refuse what would steer a terminal."""
        if not value.isprintable():
            raise PydanticCustomError("control_characters", "control characters")
        return value


def read_template(name: str) -> Template:
    """Read one of the shipped templates."""
    return template_of(read_toml("templates", f"{name}.toml"), str(resource("templates", f"{name}.toml")))


def parse_template(text: str, where: str) -> Template:
    """Read a template of somebody's own; `where` is its file. Raises PreferencesError with all that is wrong."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PreferencesError(f"{where}: {_not_toml(str(error))}") from None
    except (RecursionError, ValueError):  # lists in lists without end; a whole number of thousands of digits
        raise PreferencesError(f"{where}: nested too deeply, or a number too long to read") from None
    return template_of(values, where)


def _not_toml(error: str) -> str:
    """A key that stands twice has its own words: the reader of TOML has odd ones."""
    twice, _, place = error.partition("Cannot overwrite a value")
    if place and not twice:
        return f"a key stands there twice{place}; keep one of the two"
    return f"not valid TOML: {error}; text stands in quotes, lists in [ ]"


def template_of(values: Mapping[str, object], where: str) -> Template:
    """Judge the values of a template."""
    try:
        template = Template.model_validate(dict(values))
    except ValidationError as error:
        problems_found = [dict(problem) for problem in error.errors()]
        lines = [f"{where}: {_complaint(problem)}" for problem in problems_found if not _follows(problem)]
        raise PreferencesError(*dict.fromkeys(lines)) from None
    problems = _misfits(template.pages)
    if problems:
        raise PreferencesError(*(f"{where}: pages: {problem}" for problem in problems))
    return template


def _follows(problem: Mapping[str, object]) -> bool:
    """Whether it only says that nothing is left of a list, all names of which are wrong."""
    return problem["type"] == "too_short" and bool(problem["input"])


def _complaint(problem: Mapping[str, object]) -> str:
    """Say what is wrong with one key."""
    loc = problem["loc"]
    field, *inside = loc if isinstance(loc, tuple) else ("",)
    kind, key = str(problem["type"]), shown("", field)
    if kind == "extra_forbidden":
        return f"{key}: no such key{_instead(str(field), problem['input'])}"
    if kind == "missing":
        return f"{key}: is missing; add {_example(str(field))}"
    got = shown("", problem["input"]) or '""'
    if kind == "literal_error":
        if field == "theme":
            return f"{key}: should be {', '.join(THEMES)}, the only one so far (got {got})"
        hint = nearest(str(problem["input"]), GROUPS)
        if problem["input"] in SHIPPED and not hint:
            hint = f"; that is a template, whose pages are {', '.join(read_template(str(problem['input'])).pages)}"
        return f"{key}: should be one of {', '.join(GROUPS)} (got {got}){hint}"
    if field == "pages" and not inside and kind not in _FIELDS and kind != "too_long":
        return f"{key}: should be a list such as {_example('pages')[8:]} (got {got})"
    return f"{key}: {_FIELDS.get(kind) or what_it_should_be(problem)} (got {got})"


def _instead(field: str, value: object) -> str:
    """Where a key of another file belongs, or which key was meant."""
    if isinstance(value, dict):
        return f"; the keys of a template stand at the top, not under [{shown('', field)}]"
    if field in Clinic.model_fields:
        return "; that belongs in a clinic file, for --clinic-file"
    if field in Preferences.model_fields:
        return "; that belongs in the preferences"
    return nearest(field, list(Template.model_fields)) or f"; a template has {', '.join(Template.model_fields)}"


def _example(field: str) -> str:
    return {"pages": 'pages = ["before", "weeks"]'}.get(field, f'{field} = "…"')


def _misfits(pages: tuple[Group, ...]) -> list[str]:
    """What single names cannot show: one twice, one that needs another, safety that comes too late."""
    found = [
        f"{name} stands there {pages.count(name)} times; once is enough"
        for name in dict.fromkeys(pages)
        if pages.count(name) > 1
    ]
    for one, other in _EXCLUDE:
        if one in pages and other in pages:
            found.append(f"{one} and {other} are the same pages in two forms; take one of the two out")
    for need, why in _WHY.items():
        needing = [name for name in dict.fromkeys(pages) if need in _NEEDS.get(name, ())]
        if needing and need not in pages:
            found.append(f"{listed(needing)} {'needs' if len(needing) == 1 else 'need'} {need}, {why}; add {need}")
    if {"cover", "notes"} <= set(pages) and pages.index("notes") < pages.index("cover"):
        found.append("cover should come before notes, which has what a cover cannot hold; move it forward")
    if "before" in pages:
        late = [name for name in pages[: pages.index("before")] if name in _EXERCISES]
        found += [f"before should come before {name}: stop signs are read first; move it forward" for name in late]
    return found
