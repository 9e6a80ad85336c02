import pytest

from hipplan.plan.dates_meant import date_way_out, dates_meant


@pytest.mark.parametrize(
    "text", ["31.12.2026", "31. 12. 2026", "31.12.26", "31/12/2026", "12/31/2026", "2026/12/31", "2026-12-31 00:00:00"]
)
def test_a_date_that_can_be_read_in_one_way_is_offered(text: str) -> None:
    assert date_way_out(text) == "; did you mean 2026-12-31?"


def test_with_dots_the_day_comes_first_and_else_both_are_offered() -> None:
    assert date_way_out("03.04.2026") == "; did you mean 2026-04-03?"
    assert date_way_out("03/04/2026") == "; did you mean 2026-04-03 or 2026-03-04?"
    assert date_way_out("04/04/2026") == "; did you mean 2026-04-04?"


@pytest.mark.parametrize("text", ["31.02.2026", "46387", "", "31. Dezember 2026", "12.2026", "1.2.3.4", "x31.12.2026"])
def test_nothing_is_offered_where_there_is_no_such_day(text: str) -> None:
    assert dates_meant(text) == ()
    assert date_way_out(text) == ""
