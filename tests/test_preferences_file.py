import os
from pathlib import Path

import pytest

from hipplan.errors import ExitCode, FileProblemError, HipplanError, PreferencesError
from hipplan.preferences_file import MAX_BYTES, read_preferences_file


def read(folder: Path, data: bytes) -> dict[str, object]:
    path = folder / "plan.toml"
    path.write_bytes(data)
    return dict(read_preferences_file(path).values)


def test_values_come_with_the_place_they_stand_in(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text('weeks = 8\nequipment = ["mini-band"]\n')
    found = read_preferences_file(path)
    assert found.values == {"weeks": 8, "equipment": ["mini-band"]}
    assert found.origins == {"weeks": f"{path}: weeks", "equipment": f"{path}: equipment"}
    assert found.problems == ()


def test_files_from_windows_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbfweeks = 8\r\nsessions = 2\r\n") == {"weeks": 8, "sessions": 2}


def test_an_empty_file_asks_for_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"") == {}


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"weeks = 8\n\0", FileProblemError, "a binary or UTF-16 file, not a preferences file"),
        ("weeks = 8".encode("utf-16"), FileProblemError, "not a preferences file; check the name, or save it as UTF-8"),
        (b'name = "Jos\xe9"', FileProblemError, "not UTF-8 text (byte 12); save it as UTF-8"),
        (b"#" * (MAX_BYTES + 1), FileProblemError, "larger than 1 MB"),
        (b"weeks = 8\nsessions 3\n", PreferencesError, "(at line 2, column 10); text stands in quotes"),
        (b"weeks = 8\nweeks = 9\n", PreferencesError, "not valid TOML"),
        (b"weeks = " + b"[" * 20_000, PreferencesError, "nested too deeply"),
        (b"weeks = " + b"1" * 5_000, PreferencesError, "a number too long to read"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_way_out(
    tmp_path: Path,
    data: bytes,
    kind: type[HipplanError],
    words: str,
) -> None:
    with pytest.raises(kind) as caught:
        read(tmp_path, data)
    [line] = caught.value.problems
    assert line.startswith(f"{tmp_path / 'plan.toml'}: ")
    assert words in line
    assert "\n" not in line


def test_a_missing_file_and_a_folder_are_file_problems(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.toml", "no such file"), (tmp_path, "a folder; name the preferences file")):
        with pytest.raises(FileProblemError, match=words) as caught:
            read_preferences_file(path)
        assert caught.value.exit_code is ExitCode.FILE_PROBLEM


def test_a_toml_mistake_does_not_show_the_line_of_a_person(tmp_path: Path) -> None:
    with pytest.raises(PreferencesError) as caught:
        read(tmp_path, b'name = "Wilhelmina Private\n')
    assert "Wilhelmina" not in str(caught.value)


def test_tables_are_refused_and_the_right_keys_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text("level = 'novice'\n[plan]\nweeks = 8\nsessions = 2\n[wekks]\nx = 1\n[\"\\u001b[31m\"]\n")
    found = read_preferences_file(path)
    assert found.values == {"level": "novice"}
    plan, wekks, control = found.problems
    assert plan == (
        f"{path}: [plan]: preferences are plain keys, not tables; move weeks, sessions above the first [ ] line"
    )
    assert "did you mean weeks?" in wekks
    assert "\x1b" not in control


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read anything, so the refusal is made up
    with pytest.raises(FileProblemError, match="cannot be read \\(Permission denied\\); check who may read it"):
        read_preferences_file(tmp_path / "plan.toml")


def test_a_pipe_that_nobody_writes_to_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    for path in (tmp_path / "pipe.toml", Path("/dev/zero")):
        with pytest.raises(FileProblemError) as caught:
            read_preferences_file(path)
        assert caught.value.problems == (f"{path}: not an ordinary file; save the preferences file as one",)
