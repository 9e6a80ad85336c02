"""What the start and finish tests say: which are safe for a plan, when they are done, what each asks for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hipplan.pdf.text import Text
from hipplan.plan.programme import Programme
from hipplan.plan.quantities import TestDate, self_tests, stand_warning
from hipplan.words import listed, rich, say
from hipplan.workbook.edition import Edition
from hipplan.workbook.picture import Picture
from hipplan.workbook.units import kept_runs

RATIOS = (
    (10, "0.17"),
    (15, "0.26"),
    (20, "0.34"),
    (25, "0.42"),
    (30, "0.50"),
    (35, "0.57"),
    (40, "0.64"),
    (45, "0.71"),
)


@dataclass(frozen=True, slots=True)
class Test:
    """One test: key of its words, what to say, whether each side counts, the unit."""

    key: str
    words: tuple[Text, ...]
    two_sided: bool
    unit: str


def tests_of(programme: Programme) -> tuple[Test, ...]:
    """The tests that are safe for this plan, in order."""
    allowed = self_tests(programme.preferences)
    stand: list[Text] = [rich("tests.stand_how"), _stand_warning(programme)]
    if allowed.stand_helper:
        stand.insert(1, rich("tests.stand_helper"))
    tests = [
        Test("stand", tuple(stand), two_sided=True, unit=say("tests.unit_seconds")),
        Test(
            "chair", (rich("tests.chair_how"), rich("tests.chair_note")), two_sided=False, unit=say("tests.unit_stands")
        ),
        Test("activities", (rich("tests.activities_how"),), two_sided=False, unit=""),
    ]
    if allowed.hip_turn:
        words = (rich("tests.turn_how"), rich("tests.turn_read"), rich("tests.turn_note"), rich("tests.turn_tell"))
        tests.insert(0, Test("turn", words, two_sided=True, unit=say("tests.unit_degrees")))
    return tuple(replace(test, words=tuple(map(kept_runs, test.words))) for test in tests)


def _stand_warning(programme: Programme) -> Text:
    """What a short one-leg stand changes, by the numbers of this plan."""
    warning = stand_warning(programme)
    words: list[tuple[str, bool]] = list(rich("tests.stand_under"))
    words += [(" " + say("tests.stand_leave", move=number), False) for number in warning.left_out]
    if warning.level_0:
        many = "_many" if len(warning.level_0) > 1 else ""
        moves = listed([str(number) for number in warning.level_0])
        words.append((" " + say(f"tests.stand_zero{many}", moves=moves), False))
    words.append((" " + say("tests.stand_near"), False))
    return tuple(words)


def tests_lead(programme: Programme, dates: Sequence[TestDate]) -> str:
    """When to do the tests."""
    if len(dates) == 1:
        return say("tests.lead_once")
    return say("tests.lead" if len(dates) == 2 else "tests.lead_easy", week=len(programme.weeks))


def date_name(date: TestDate) -> str:
    """Start, Week 4, Finish."""
    return say(f"tests.{date.kind}", week=date.week)


def self_test_picture(edition: Edition, test: Test) -> Picture | None:
    """The picture of a test, where it has one."""
    return edition.pictures.get("seated-hip-turn" if test.key == "turn" else f"test-{test.key}")
