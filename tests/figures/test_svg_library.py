"""Every shipped picture can be read, has its words, and every picture that has words is shipped."""

import pytest

from hipplan.figures import library
from hipplan.resources import read_toml

WORDS = read_toml("assets", "words/en.toml")["pictures"]


def test_there_are_words_for_every_picture_and_no_others() -> None:
    assert len(library.shipped()) > 60
    assert library.shipped() == set(WORDS)


@pytest.mark.parametrize("key", sorted(library.shipped()))
def test_a_shipped_picture_can_be_read_and_stands_on_the_floor(key: str) -> None:
    drawing = library.drawing(key)
    assert drawing.view.y < 0 <= drawing.view.bottom
    assert len(drawing.form.stream) < 14_000
    for x, y in drawing.marks.values():
        assert drawing.view.x - 25 < x < drawing.view.right + 25
        assert drawing.view.y - 25 < y < drawing.view.bottom + 25


def test_a_picture_is_read_once_in_a_process() -> None:
    key = min(library.shipped())
    assert library.drawing(key) is library.drawing(key)


def test_a_picture_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-picture"):
        library.drawing("no-such-picture")
