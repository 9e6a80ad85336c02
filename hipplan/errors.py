"""What can go wrong through no fault of the code, each kind with its exit code."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command."""

    OK = 0
    CHECK_FAILED = 1
    BAD_INPUT = 2
    FILE_PROBLEM = 5
    SOME_ROWS_FAILED = 6


class HipplanError(Exception):
    """A problem the user can mend; its message is one clear line for every problem found."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PreferencesError(HipplanError):
    """Preferences that cannot be read, are unknown, out of range or contradict each other."""


class PlanRefusedError(HipplanError):
    """Valid preferences for which no safe programme exists."""


class ProgrammeError(HipplanError):
    """A hand-edited programme that leaves the ranges or does not fit its preferences."""


class OutputExistsError(HipplanError):
    """The output holds something else and nobody asked to replace it."""


class FileProblemError(HipplanError):
    """A file or folder that is missing, unreadable, binary, too large or not writable."""

    exit_code = ExitCode.FILE_PROBLEM


class RowsFailedError(HipplanError):
    """Some rows of a roster are wrong, one line for each problem; the others are made."""

    exit_code = ExitCode.SOME_ROWS_FAILED
