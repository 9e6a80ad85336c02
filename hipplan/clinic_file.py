"""Read a clinic file: what is wrong with it is said all at once, and its paths start from its own folder."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ValidationError

from hipplan.errors import PreferencesError
from hipplan.plan.complaints import choices_of, nearest, shown, what_it_should_be
from hipplan.preferences_file import parse_toml
from hipplan.workbook.clinic import Clinic, SafeArea

VARIABLE = "HIPPLAN_CLINIC"  # of the environment, for a clinic that uses the same file every day
_WAY_OUT = "hipplan clinic prints a file to start from"
_SHOULD = {
    "colour": "should be a colour such as #0B6E69",
    "contrast": "should be dark enough to read on white, a contrast of 4.5 to 1 or more; this one has {found} to 1",
    "lines": "should be at most {most} lines",
    "no_path": "should be the path of a file, in quotes",
}
_WAYS_OUT = {"contrast": "; choose a darker colour", "string_too_long": "; say it shorter"}


def read_clinic_file(path: Path) -> Clinic:
    """Read and judge a clinic file. Raises PreferencesError with a line for every problem."""
    values = parse_toml(path, "clinic file", _WAY_OUT)
    try:
        clinic = Clinic.model_validate(dict(values))
    except ValidationError as error:
        lines = [_line(path, dict(problem)) for problem in error.errors()]
        raise PreferencesError(*dict.fromkeys(lines)) from None
    return clinic.model_copy(
        update={
            "logo": _beside(path, clinic.logo),
            "letterhead": _beside(path, clinic.letterhead),
            "leaflets": tuple(path.parent / leaflet for leaflet in clinic.leaflets),
        }
    )


def _beside(path: Path, given: Path | None) -> Path | None:
    return path.parent / given if given else None


def _context(problem: Mapping[str, object]) -> Mapping[str, object]:
    context = problem.get("ctx")
    return context if isinstance(context, dict) else {}


def _line(path: Path, problem: Mapping[str, object]) -> str:
    """One of Pydantic's findings as a line for people."""
    loc, kind = problem["loc"], str(problem["type"])
    names = [str(part) for part in loc if not isinstance(part, int)] if isinstance(loc, tuple) else []
    where = f"{path}: {shown('', '.'.join(names))}"
    model: type[BaseModel] = SafeArea if len(names) > 1 else Clinic
    if kind == "extra_forbidden":
        return f"{where}: no such key{nearest(names[-1], list(model.model_fields)) or '; ' + _WAY_OUT}"
    got = f"(got {shown('', problem['input'])})"
    if kind == "literal_error":
        choices = choices_of(model.model_fields[names[-1]].annotation)
        return f"{where}: should be one of {', '.join(choices)} {got}{nearest(str(problem['input']), choices)}"
    limits = {name: f"{limit:g}" if isinstance(limit, float) else limit for name, limit in _context(problem).items()}
    should = _SHOULD[kind].format(**limits) if kind in _SHOULD else what_it_should_be({**problem, "ctx": limits})
    return f"{where}: {should} {got}{_WAYS_OUT.get(kind, '')}"
