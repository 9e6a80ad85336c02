"""Several checks, one report: what is wrong is said all at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hipplan.errors import FileProblemError, HipplanError


def together(*errors: HipplanError) -> HipplanError:
    """Join errors into one; a file problem decides the exit code."""
    first = next((error for error in errors if isinstance(error, FileProblemError)), errors[0])
    return type(first)(*dict.fromkeys(problem for error in errors for problem in error.problems))


def found_by(*checks: Callable[[], object]) -> list[HipplanError]:
    """Run every check and keep what each one finds."""
    errors = []
    for check in checks:
        try:
            check()
        except HipplanError as error:
            errors.append(error)
    return errors


@contextmanager
def reporting(errors: list[HipplanError]) -> Iterator[None]:
    """Raise what was found before, together with what is found inside."""
    try:
        yield
    except HipplanError as error:
        raise together(*errors, error) from None
    if errors:
        raise together(*errors)
