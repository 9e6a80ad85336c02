import json
from datetime import date
from pathlib import Path

import pytest

from hipplan.batch.roster import read_roster
from hipplan.batch.rows import Base, Row, judged
from hipplan.batch.starter import starter_roster
from hipplan.errors import FileProblemError, PreferencesError

PRIVATE = "Wilhelmina Quartermaine"


def written(tmp_path: Path, text: str, name: str = "r.csv", encoding: str = "utf-8") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding=encoding, newline="")
    return path


def problems(row: Row, base: Base | None = None) -> tuple[str, ...]:
    with pytest.raises(PreferencesError) as caught:
        judged(row, base or Base())
    return caught.value.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_tables_with_commas_or_semicolons_and_with_or_without_bom_are_the_same(
    encoding: str, mark: str, end: str, tmp_path: Path
) -> None:
    text = end.join([mark.join(['"ID"', "Name", "log-detail", "weeks"]), mark.join(["A-1", "Jörg", "sides", "8"]), ""])
    [row] = read_roster(written(tmp_path, text, encoding=encoding))
    assert row.values == {"id": "A-1", "name": "Jörg", "log_detail": "sides", "weeks": "8"}
    assert judged(row, Base()).weeks == 8


def test_a_line_is_counted_where_it_starts_with_blank_lines_and_new_lines_in_cells(tmp_path: Path) -> None:
    rows = read_roster(written(tmp_path, 'id,notes\n\n1,"a\nb"\n , \n2,"say ""stop"", now"\n'))
    assert [(row.number, row.where) for row in rows] == [(1, "line 3"), (2, "line 6 (row 5 of the sheet)")]
    assert rows[0].values["notes"] == "a\nb"
    assert rows[1].values["notes"] == 'say "stop", now'


def test_an_empty_cell_says_nothing_and_the_base_fills_it(tmp_path: Path) -> None:
    [row] = read_roster(written(tmp_path, "weeks,level,id\n,intermediate,1\n"))
    base = Base(values={"weeks": 9, "level": "novice", "clinic": "Example"})
    asked = judged(row, base)
    assert (asked.weeks, asked.level, asked.clinic) == (9, "intermediate", "Example")


GERMAN = (
    "id;name;weeks;goals;notes_for;emergency-country;start;equipment\r\n"
    'A-1;"Jörg ""Jo"" Müller";4;"Treppen steigen\r\nMit dem Hund gehen; jeden Tag";'
    '"clam: Kissen behalten\r\nsquat-turn: langsam, tief";de;2026-11-30;"mini-band, step"\r\n'
    ";;;;;;;\r\n\r\nA-2;Anna Groß;;;;;;\r\n"
)


@pytest.mark.parametrize("first", ["", "sep=;\r\n"])
def test_a_german_spreadsheet_is_read_with_goals_and_notes_one_a_line(first: str, tmp_path: Path) -> None:
    rows = read_roster(written(tmp_path, first + GERMAN, encoding="utf-8-sig"))
    assert len(rows) == 2
    asked = judged(rows[0], Base())
    assert (asked.name, asked.emergency_country, asked.start) == ('Jörg "Jo" Müller', "DE", date(2026, 11, 30))
    assert asked.equipment == ("mini-band", "step")
    assert asked.goals == ("Treppen steigen", "Mit dem Hund gehen; jeden Tag")
    assert asked.notes_for == ("squat-turn: langsam, tief", "clam: Kissen behalten")
    assert judged(rows[1], Base()).goals == ()


def test_goals_and_notes_are_the_same_in_tables_json_lines_and_toml(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    toml = 'goals = ["Climb", "Walk, far"]\nstart = 2026-11-30\n[notes_for]\nclam = "keep it"\n'
    sources = [
        written(tmp_path, 'goals,start,notes_for\n"Climb\nWalk, far",2026-11-30,clam: keep it\n'),
        written(
            tmp_path,
            json.dumps({"goals": ["Climb", "Walk, far"], "start": "2026-11-30", "notes_for": {"clam": "keep it"}}),
            "r.jsonl",
        ),
        written(tmp_path, toml, "people/a.toml").parent,
    ]
    asked = [judged(row, Base()) for source in sources for row in read_roster(source)]
    assert len(asked) == 3
    assert asked[0].goals == ("Climb", "Walk, far")
    assert asked == [asked[0]] * 3


@pytest.mark.parametrize("notes", [{PRIVATE: "a"}, {"clam": {PRIVATE: 1}}, {"clam": 1}, [PRIVATE], {"clam": "x" * 161}])
def test_notes_that_are_wrong_show_nothing_of_themselves(notes: object, tmp_path: Path) -> None:
    [row] = read_roster(written(tmp_path, json.dumps({"notes_for": notes}), "r.jsonl"))
    found = problems(row)
    assert all(problem.startswith("line 1: notes_for: should ") for problem in found)
    assert PRIVATE not in "".join(found)


def test_a_problem_with_the_base_still_names_the_row(tmp_path: Path) -> None:
    [row] = read_roster(written(tmp_path, "id,sessions\n1,2\n"))
    base = Base(values={"days": ["mon", "wed", "fri"]}, origins={"days": "base.toml: days"})
    assert problems(row, base)[0].startswith("line 2: base.toml: days: should name 2 different days")


def test_everything_wrong_with_a_row_is_said_with_line_and_column_but_no_personal_word(tmp_path: Path) -> None:
    [row] = read_roster(written(tmp_path, f"weeks,hip,name\n40,lfet,{PRIVATE * 5}\n"))
    assert problems(row) == (
        "line 2: weeks: should be at most 16 (got 40); ask for a new check and a new book after 16 weeks",
        "line 2: hip: should be one of left, right, both (got lfet); did you mean left?",
        "line 2: name: should be at most 80 characters (got …)",
    )


def test_a_date_as_a_spreadsheet_shows_it_is_told_with_the_right_one_and_a_decimal_comma_as_it_stands(
    tmp_path: Path,
) -> None:
    [row] = read_roster(written(tmp_path, f"name;start;weeks;review\n{PRIVATE};31.12.2026;4,0;4/3/27\n"))
    assert sorted(problems(row)) == [
        "line 2: review: should be a date such as 2026-11-30 (got 4/3/27); did you mean 2027-03-04 or 2027-04-03?",
        "line 2: start: should be a date such as 2026-11-30 (got 31.12.2026); did you mean 2026-12-31?",
        "line 2: weeks: should be a whole number (got 4,0)",
    ]


@pytest.mark.parametrize("line", ["1,Sam", "1,Sam,8,", "1,Sam, Jr,8"])
def test_only_rows_that_fit_their_columns_are_read(line: str, tmp_path: Path) -> None:
    [row] = read_roster(written(tmp_path, f"id,name,weeks\n{line}\n"))
    if line == "1,Sam,8,":
        assert judged(row, Base()).weeks == 8
    else:
        [problem] = problems(row)
        assert problem.startswith(f"line 2: has {line.count(',') + 1} values for 3 columns; put a value with commas")


def test_columns_that_are_wrong_are_told_by_number_and_never_shown(tmp_path: Path) -> None:
    with pytest.raises(PreferencesError) as caught:
        read_roster(written(tmp_path, f"id,wekes,{PRIVATE},,id\n1,2,3,4,5\n"))
    path = tmp_path / "r.csv"
    assert caught.value.problems == (
        f"{path}: line 1: column 2: no such preference; did you mean weeks?",
        (
            f"{path}: line 1: column 3: no such preference; rename it or take it away; "
            "hipplan batch --example prints a roster to start from"
        ),
        f"{path}: line 1: column 4: has no name; name it after a preference, or take it away",
        f"{path}: line 1: column 5: id once more; keep one of them",
    )


def test_values_parted_by_tabs_are_told_so(tmp_path: Path) -> None:
    with pytest.raises(PreferencesError, match=r"line 1: values parted by tabs; save it as CSV \(in Excel: "):
        read_roster(written(tmp_path, "id\tname\n1\tSam\n"))


def test_a_table_without_a_header_shows_nobody(tmp_path: Path) -> None:
    with pytest.raises(PreferencesError, match="line 1: should name the columns, such as id,name,weeks") as caught:
        read_roster(written(tmp_path, f"A-1,{PRIVATE},8\n"))
    assert PRIVATE not in str(caught.value)


@pytest.mark.parametrize("text", ["", "\n \n", "id,weeks\n", "id,weeks\n,\n", "sep=;\nid;weeks\n"])
def test_an_empty_roster_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(PreferencesError, match="an empty roster"):
        read_roster(written(tmp_path, text))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"id,name\n1,J\xf6rg\n", "not UTF-8 text (byte 12); save it as UTF-8 (in Excel: Save As, CSV UTF-8;"),
        ("id,name\n1,Sam\n".encode("utf-16"), "UTF-16 file, not a roster; check the name, or save it as UTF-8 (in Ex"),
        ("id,name\n1,Sam\n".encode("utf-16-be"), "UTF-16 file"),
        (b"\x89PNG\x00", "a binary"),
        (
            b"PK\x03\x04\x14\x00",
            "a spreadsheet's own file; save the sheet as CSV (in Excel: Save As, CSV UTF-8;",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a spreadsheet's own file"),
        (b'[\n{"id": "1"},\n{"id": "2"}\n]', "write each person on a line of their own"),
        (b'id,name\n1,"Sam\n2,Tom\n', "line 2: quotes that do not match"),
        (b'id,name\n1,"Sam"my\n', "line 2: quotes that do not match"),
        (b'id,name\n1,"' + b"x" * 200_000 + b'"\n', "line 2: quotes that do not match, or a cell without end"),
    ],
)
def test_a_roster_that_cannot_be_read_is_a_file_problem(data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(data)
    with pytest.raises(FileProblemError) as caught:
        read_roster(tmp_path / "r.csv")
    [problem] = caught.value.problems
    assert words in problem


def test_a_roster_that_is_not_there_is_a_file_problem(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="no such file; check the name of the roster"):
        read_roster(tmp_path / "r.csv")


def test_standard_input_is_said_not_to_be_read() -> None:
    with pytest.raises(FileProblemError, match=r"^-: standard input is not read; save the roster as a file"):
        read_roster(Path("-"))


def test_json_lines_are_one_person_each_and_bad_ones_do_not_stop_the_others(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "1", "weeks": 8, "equipment": ["step"], "hip": None}),
        "",
        "{broken " + PRIVATE,
        "[1]",
        "[" * 100_000,
        "9" * 5000,
        json.dumps({"id": "2", PRIVATE: 1, "weeks": True}),
        json.dumps({"weeks": {"name": PRIVATE}, PRIVATE: {"weeks": 1}}),
    ]
    rows = read_roster(written(tmp_path, "\n".join(lines), "r.jsonl"))
    assert [row.where for row in rows] == [f"line {number}" for number in (1, 3, 4, 5, 6, 7, 8)]
    assert judged(rows[0], Base()).equipment == ("step",)
    told = [problem for row in rows[1:] for problem in problems(row)]
    assert told == [
        'line 3: not valid JSON at character 2; each line is one person, such as {"weeks": 8}',
        'line 4: should be named values in { }, such as {"weeks": 8}',
        "line 5: nested too deeply, or a number too long to read",
        "line 6: nested too deeply, or a number too long to read",
        "line 7: weeks: should be a number (got true)",
        "line 7: key 2: no such preference",
        "line 8: weeks: should be a plain value, not named values",
        "line 8: key 2: should be a plain value, not named values",
    ]


def test_a_folder_of_preferences_files_is_read_in_order_and_files_are_counted_not_named(tmp_path: Path) -> None:
    for name, text in {"a": "weeks = 8", "b": f'name = "{PRIVATE}', "c": "weeks = 40", "d": ""}.items():
        written(tmp_path, text, f"{name} {PRIVATE}.toml")
    (tmp_path / f"e {PRIVATE}.toml").write_bytes(b"\xff")
    written(tmp_path, "not read", "notes.txt")
    rows = read_roster(tmp_path)
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert judged(rows[0], Base()).weeks == 8
    assert judged(rows[3], Base()).weeks == 4
    told = [problem for row in (rows[1], rows[2], rows[4]) for problem in problems(row)]
    assert [line.split(";")[0] for line in told] == [
        "file 2: not valid TOML at end of document",
        "file 3: weeks: should be at most 16 (got 40)",
        "file 5: not UTF-8 text (byte 1)",
    ]
    assert PRIVATE not in "".join(told)


def test_the_starter_roster_is_right(tmp_path: Path) -> None:
    rows = read_roster(written(tmp_path, starter_roster()))
    assert len(rows) == 3
    asked = [judged(row, Base()) for row in rows]
    assert all(one.id for one in asked)
    assert [len(one.goals) for one in asked] == [2, 0, 0]  # shows how a cell holds several
    assert [len(one.notes_for) for one in asked] == [1, 2, 0]
