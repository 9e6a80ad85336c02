import json
from hashlib import sha256
from typing import Any

from hipplan.plan.identity import programme_json
from hipplan.plan.preferences import PAPER_ONLY, Preferences
from hipplan.plan.progression import plan_programme


def test_the_json_has_the_shape_that_was_promised() -> None:
    shape = programme_json(plan_programme(Preferences(start="2026-11-30", skip="clam")))
    text = json.dumps(shape)
    read = json.loads(text)
    assert read == shape
    assert list(read) == ["schema", "id", "preferences", "weeks", "left_out", "notes"]
    assert read["schema"] == "hipplan.programme/1"
    assert list(read["preferences"]) == list(Preferences.model_fields)
    week = read["weeks"][0]
    assert list(week) == ["number", "kind", "aim", "test", "sessions"]
    session = week["sessions"][0]
    assert list(session) == ["number", "day", "split", "date", "minutes", "marks", "effort", "prescriptions"]
    assert (session["date"], session["split"], session["effort"]) == ("2026-11-30", None, [3, 4])
    assert list(session["prescriptions"][0]) == [
        "move",
        "level",
        "dose",
        "variation",
        "sets",
        "reps",
        "per_side",
        "rest_s",
        "hold_s",
        "tempo",
        "load",
        "equipment",
        "effort",
        "reasons",
    ]
    assert read["left_out"] == [{"move": "clam", "because": "You asked to leave it out."}]


def test_the_id_is_the_start_of_a_hash_without_people_and_paper() -> None:
    programme = plan_programme(
        Preferences(
            name="Ana Žižek", notes="a\nb", review="2026-12-01", paper="letter", goals="run", notes_for="clam: slowly"
        )
    )
    shape = json.loads(json.dumps(programme_json(programme)))
    del shape["id"]
    people_only = ("name", "id", "clinician", "clinic", "phone", "emergency", "emergency_country", "review")
    for field in (*people_only, "notes", "notes_for", "goals", *PAPER_ONLY):
        del shape["preferences"][field]
    text = json.dumps(shape, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert programme.id == sha256(text.encode("utf-8")).hexdigest()[:8]


def test_what_is_laid_out_may_be_changed_without_changing_the_next() -> None:
    programme = plan_programme(Preferences())
    before = json.dumps(programme_json(programme))
    laid: Any = programme_json(programme)
    laid["weeks"][0]["sessions"][0]["prescriptions"][0]["reps"] = 99
    laid["weeks"][0]["sessions"][0]["prescriptions"][0]["effort"].append(9)
    assert json.dumps(programme_json(programme)) == before
