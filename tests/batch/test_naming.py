import re
import time
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipplan.batch.naming import Names, file_names, read_pattern, safe
from hipplan.batch.rows import Row
from hipplan.errors import PreferencesError

SAFE = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?\.pdf")


def named(*ids: str | None, pattern: str = "{id}", taken: tuple[str, ...] = ()) -> Names:
    rows = [Row(number=n, where=f"line {n}", values={"id": one} if one else {}) for n, one in enumerate(ids, start=1)]
    return file_names(rows, pattern, base={}, taken=taken)


@given(st.lists(st.text(max_size=300), min_size=1, max_size=8), st.sampled_from(["{id}", "x{id}", "{id}-{row}.pdf"]))
def test_any_ids_give_safe_names_that_differ_on_every_file_system(ids: list[str], pattern: str) -> None:
    files = named(*ids, pattern=pattern).files
    assert len({file.casefold() for file in files}) == len(ids)
    for file in files:
        assert SAFE.fullmatch(file), file
        assert len(file) < 130
        assert PurePosixPath(file).name == PureWindowsPath(file).name == file
        assert not PureWindowsPath(file).is_reserved()


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Jörg Müller", "Jorg-Muller"),
        ("Straße", "Strasse"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "C-x"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("Connie", "Connie"),
        ("=1+1", "1-1"),
        ("a..b", "a.b"),
        ("\U0001f642", ""),
    ],
)
def test_names_keep_what_is_safe(text: str, stem: str) -> None:
    assert safe(text) == stem


def test_the_same_id_gets_a_number_and_is_told() -> None:
    names = named("A-1", "b", "a-1", "A-1-2", "A-1")
    assert names.files == ("A-1.pdf", "b.pdf", "a-1-2.pdf", "A-1-2-2.pdf", "A-1-3.pdf")
    assert names.shared == ((1, 3, 5),)


def test_rows_that_share_a_name_are_counted_once_each() -> None:
    before = time.process_time()
    files = named(*["x"] * 10_000, pattern="plan").files  # took 5 seconds when each was counted from the start
    assert time.process_time() - before < 2
    assert files[-1] == "plan-10000.pdf"
    assert len(set(files)) == 10_000


def test_a_row_without_an_id_is_named_by_its_number() -> None:
    assert named(None, "\u65e5", "x").files == ("row-0001.pdf", "row-0002.pdf", "x.pdf")


def test_a_pattern_may_mix_words_and_fields() -> None:
    assert named("A 1", pattern="hip plan {row} {id}.PDF").files == ("hip-plan-0001-A-1.pdf",)
    assert named("x", "y", pattern="plan").files == ("plan.pdf", "plan-2.pdf")


def test_a_name_that_is_taken_by_the_print_stream_is_left_alone() -> None:
    assert named("ALL", taken=("all.pdf",)).files == ("ALL-2.pdf",)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("../{id}", "names files in one folder"),
        ("a\\{id}", "names files in one folder"),
        ("{id", "{ and } do not match"),
        ("{}", "use {id}, {row}"),
        ("{notes}", "{notes} cannot be filled in"),
        ("{nmae}", "did you mean name?"),
        ("{id.__class__}", "cannot be filled in"),
        ("{id!r}", "cannot be filled in"),
        ("{row:09}", "cannot be filled in"),
    ],
)
def test_a_pattern_that_is_no_name_is_refused(pattern: str, words: str) -> None:
    with pytest.raises(PreferencesError, match=r"^--filename: ") as caught:
        read_pattern(pattern)
    assert words in str(caught.value)
