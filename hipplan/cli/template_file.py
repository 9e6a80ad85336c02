"""A template by its name, or in a file of somebody's own."""

from pathlib import Path

from hipplan.errors import PreferencesError
from hipplan.plan.complaints import nearest, shown
from hipplan.preferences_file import read_text
from hipplan.workbook.template import SHIPPED, Template, parse_template, read_template

_OPTION = "--template"


def find_template(asked: str) -> Template:
    """Read a shipped template, or a file: whatever has a folder or .toml in its name, or is there."""
    if asked in SHIPPED:
        return read_template(asked)
    path = Path(asked)
    if path.suffix != ".toml" and len(path.parts) < 2 and not _is_there(path):
        way_out = nearest(asked, SHIPPED) or ", or name a file such as ours.toml"
        raise PreferencesError(f"{_OPTION}: should be one of {', '.join(SHIPPED)} (got {shown('', asked)}){way_out}")
    return parse_template(read_text(path, "template"), str(path))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a zero byte
        return False
