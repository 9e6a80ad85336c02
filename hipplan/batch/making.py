"""One person's preferences to one workbook, or to the reason why there is none. Pure, so that any process may do it."""

from hipplan.batch.look import Look
from hipplan.batch.made import Failed, Made
from hipplan.errors import HipplanError
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.words import say
from hipplan.workbook.document import render


def make(preferences: Preferences, *, look: Look) -> Made | Failed:
    """Plan and draw; whatever goes wrong for one person does not stop the others."""
    if preferences.paper in look.refused:
        return Failed(look.refused[preferences.paper])
    try:
        programme = plan_programme(preferences)
        workbook = render(programme, look.template, face=look.face, stationery=look.papers[preferences.paper])
        pdf = _as_booklet(workbook.pdf) if look.booklet else workbook.pdf
    except HipplanError as error:
        return Failed(error.problems)
    except Exception as error:  # noqa: BLE001  a bug with one row; its text may hold what was written about a person
        kind = type(error).__name__
        return Failed((f"a bug in hipplan ({kind}); please report it, with the preferences but not the person",))
    left_out = tuple(one.move for one in programme.left_out)
    return Made(pdf=pdf, programme=programme.id, pages=workbook.pages, left_out=left_out, notes=workbook.notes)


def _as_booklet(pdf: bytes) -> bytes:
    from hipplan.pdf.booklet import booklet  # noqa: PLC0415  brings in pypdf, which other batches need not wait for

    return booklet(pdf, subject=say("document.booklet"))
