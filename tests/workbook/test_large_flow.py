"""Which blocks of large print share a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipplan.pdf.text import LayoutError
from hipplan.workbook.large.flow import LEAST_GAP, Block, least_height
from hipplan.workbook.large.share import share_out


def block(height: float, *, gap: float = 2.0, keep: bool = False, listing: str = "", stretch: float = 0.0) -> Block:
    return Block(height, lambda *_: None, gap=gap, keep=keep, listing=listing, stretch=stretch)


def ends(blocks: list[Block], room: float, *, last: float = 1.0) -> list[int]:
    return [part.stop for part in share_out(blocks, lambda _: room, last=last)]


def test_what_belongs_together_is_never_parted() -> None:
    blocks = [block(40), block(10, keep=True), block(45), block(30)]
    assert ends(blocks, 100.0) == [1, 4]
    assert ends([block(40), block(10), block(45), block(30)], 70.0) == [2, 3, 4]
    assert ends([block(40), block(10, keep=True), block(45), block(30)], 70.0) == [1, 3, 4]


def test_a_page_is_filled_before_there_is_another() -> None:
    assert ends([block(50), block(48)], 100.0) == [2]
    assert len(ends([block(50), block(48), block(48)], 100.0)) == 2
    assert len(ends([block(24)] * 12, 102.0)) == 3


def test_gaps_are_drawn_together_where_that_saves_a_page() -> None:
    blocks = [block(50, gap=5.0), block(46, gap=5.0)]
    assert ends(blocks, 101.0) == [2]
    assert ends(blocks, 96 + 5 * LEAST_GAP) == [2]
    assert ends(blocks, 95.9 + 5 * LEAST_GAP) == [1, 2]


def test_no_tail_is_left_on_the_last_page() -> None:
    """Ten blocks, nine of which would fill the first page."""
    assert ends([block(10, gap=1.0)] * 10, 100.0) == [5, 10]
    assert ends([block(10, gap=1.0)] * 10, 100.0, last=0.3) in ([7, 10], [6, 10])


def test_pages_end_before_a_heading_rather_than_after_the_first_item_of_a_list() -> None:
    heading = block(8, gap=7.0, keep=True)
    steps = [block(16, listing="steps") for _ in range(3)]
    blocks = [block(52), heading, *steps, block(20, gap=7.0)]
    assert ends(blocks, 100.0) == [1, 6]
    assert ends([block(52), *steps, block(20)], 100.0) != [2, 5]


def test_what_stretches_leaves_no_room_empty() -> None:
    sessions = [block(50, stretch=40.0) for _ in range(3)]
    assert ends([*sessions, block(45, gap=4.0)], 100.0) == [1, 2, 4]


def test_what_is_higher_than_a_page_is_parted_after_all() -> None:
    assert ends([block(40, keep=True), block(40, keep=True), block(40), block(10)], 100.0) in ([1, 4], [2, 4])


def test_a_block_that_no_page_holds_is_an_error() -> None:
    with pytest.raises(LayoutError, match="120"):
        share_out([block(20), block(120)], lambda _: 100.0)
    with pytest.raises(LayoutError, match="120"):
        share_out([block(120)], lambda _: 100.0)


@given(st.lists(st.tuples(st.floats(1, 60), st.floats(0, 7), st.booleans()), min_size=1, max_size=25))
def test_every_block_is_on_one_page_and_no_page_is_too_full(shape: list[tuple[float, float, bool]]) -> None:
    blocks = [block(high, gap=gap, keep=keep and not number % 2) for number, (high, gap, keep) in enumerate(shape)]
    parts = share_out(blocks, lambda number: 130.0 if number else 125.0)
    assert [number for part in parts for number in range(part.start, part.stop)] == list(range(len(blocks)))
    assert all(part.start < part.stop for part in parts)
    for number, part in enumerate(parts):
        assert least_height(blocks[part]) <= (130.0 if number else 125.0) + 0.02
        assert not blocks[part.stop - 1].keep or part.stop == len(blocks)  # two of these always fit a page
