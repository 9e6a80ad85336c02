"""One person's preferences to one workbook, or to the reason why there is none. Pure, so that any process may do it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from hipplan import __version__
from hipplan.errors import HipplanError
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A workbook and what the manifest tells of it."""

    pdf: bytes
    programme: str
    pages: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no workbook, with no personal word in it."""

    problems: tuple[str, ...]


def make(preferences: Preferences) -> Made | Failed:
    """Plan and draw; whatever goes wrong for one person does not stop the others."""
    from hipplan.workbook.document import render  # noqa: PLC0415  brings in ReportLab, which --help need not wait for

    try:
        programme = plan_programme(preferences)
        workbook = render(programme)
    except HipplanError as error:
        return Failed(error.problems)
    except Exception as error:  # noqa: BLE001  a bug with one row; its text may hold what was written about a person
        kind = type(error).__name__
        return Failed((f"a bug in hipplan ({kind}); please report it, with the preferences but not the person",))
    left_out = tuple(one.move for one in programme.left_out)
    return Made(pdf=workbook.pdf, programme=programme.id, pages=workbook.pages, left_out=left_out)


def problems_of(preferences: Preferences) -> Sequence[str]:
    """What would stop a workbook, found without drawing it."""
    from hipplan.workbook.letters import check_letters  # noqa: PLC0415  the same

    try:
        plan_programme(preferences)
        check_letters(preferences)
    except HipplanError as error:
        return error.problems
    return ()


def digest_of(preferences: Preferences) -> str:
    """The same for the same preferences and the same hipplan, so for the same workbook."""
    asked = {"hipplan": __version__, "preferences": preferences.model_dump(mode="json")}
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
