import itertools
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipplan.pdf.box import PT, Box

lengths = st.floats(0.5, 400)
boxes = st.builds(Box, st.floats(-50, 300), st.floats(-50, 300), st.floats(50, 400), st.floats(50, 400))


def near(first: float, second: float) -> bool:
    return abs(first - second) < 1e-6


def test_a_point_is_a_72nd_of_an_inch() -> None:
    assert near(72 * PT, 25.4)


def test_edges_and_middles_of_a_box() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom, box.centre, box.middle) == (40, 60, 25, 40)


def test_slices_of_a_box() -> None:
    box = Box(10, 20, 30, 40)
    assert box.top(5) == Box(10, 20, 30, 5)
    assert box.below(5) == Box(10, 25, 30, 35)
    assert box.left(5) == Box(10, 20, 5, 40)
    assert box.after(5) == Box(15, 20, 25, 40)
    assert box.centred(10, 10) == Box(20, 35, 10, 10)


def test_insets_follow_the_order_of_css() -> None:
    box = Box(0, 0, 100, 100)
    assert box.inset(4) == Box(4, 4, 92, 92)
    assert box.inset(4, 2) == Box(4, 2, 92, 96)
    assert box.inset(4, 2, 1) == Box(4, 2, 95, 96)
    assert box.inset(4, 2, 1, 8) == Box(4, 2, 95, 90)
    assert box.inset(4, 0, 0) == Box(4, 0, 96, 100)


def test_columns_of_given_and_shared_width() -> None:
    # 178 wide: 13 + 57 + 36 + 72, as in the log
    picture, move, dose, sets = Box(16, 0, 178, 9).columns(13, None, 36, 72)
    assert (picture.x, move.x, dose.x, sets.x) == (16, 29, 86, 122)
    assert move.width == 57
    assert sets.right == 194


def test_gaps_lie_between_and_not_outside() -> None:
    left, right = Box(0, 0, 178, 10).columns(None, None, gap=4)
    assert (left.width, right.x, right.right) == (87, 91, 178)
    upper, lower = Box(0, 0, 10, 20).rows(None, 5, gap=1)
    assert (upper.height, lower.y, lower.bottom) == (14, 15, 20)


def test_a_box_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Box(0, 0, 1, 1).x = 2  # type: ignore[misc] # the point of the test


@given(boxes, st.lists(st.none() | st.floats(0.1, 5), min_size=1, max_size=8), st.floats(0, 1))
def test_pieces_touch_and_fill_the_box_when_one_is_shared(box: Box, sizes: list[float | None], gap: float) -> None:
    columns, rows = box.columns(*sizes, None, gap=gap), box.rows(*sizes, None, gap=gap)
    assert len(columns) == len(rows) == len(sizes) + 1
    assert near(columns[0].x, box.x)
    assert near(columns[-1].right, box.right)
    assert near(rows[-1].bottom, box.bottom)
    for before, after in itertools.pairwise(columns):
        assert near(after.x - before.right, gap)
        assert (after.y, after.height) == (box.y, box.height)


@given(boxes, lengths)
def test_a_slice_and_its_rest_are_the_whole(box: Box, size: float) -> None:
    assert near(box.top(size).height + box.below(size).height, box.height)
    assert near(box.left(size).right, box.after(size).x)
    assert near(box.below(size).bottom, box.bottom)
