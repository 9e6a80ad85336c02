from hipplan.plan.catalogue import MAIN_MOVES, MOVES, PLANNING_KIT, catalogue
from hipplan.resources import read_toml


def test_the_moves_stand_in_session_order_with_options_after_their_parents() -> None:
    assert list(catalogue()) == list(MOVES)
    assert [catalogue()[move].id for move in MOVES] == ["M2", "M1", "M5", "M3", "3-IR", "M4", "4-IR"]
    parents = {move: catalogue()[move].parent for move in MOVES if move not in MAIN_MOVES}
    assert parents == {"fire-hydrant-inward": "fire-hydrant", "clam-inward": "clam"}


def test_every_source_of_a_move_is_in_the_list_of_sources() -> None:
    known = {source["id"] for source in read_toml("assets", "sources.toml")["sources"]}
    named = {source for move in catalogue().values() for source in move.sources}
    assert named
    assert named <= known


def test_every_dose_lies_in_the_ranges_of_its_move() -> None:
    for move in catalogue().values():
        assert [dose.number for dose in move.doses] == list(range(1, 8))
        for dose in move.doses:
            for value, name in ((dose.sets, "sets"), (dose.reps, "reps"), (dose.rest_s, "rest_s")):
                low, high = getattr(move.ranges, name)
                assert low <= value <= high


def test_levels_0_to_2_need_no_kit_and_higher_ones_do() -> None:
    for move in MAIN_MOVES:
        versions = catalogue()[move].versions
        assert {version.level for version in versions if version.kit is None} == {0, 1, 2}
        assert {version.kit for version in versions if version.level > 2} <= set(PLANNING_KIT)
        assert all((version.load is None) == (version.kit in (None, "step")) for version in versions)
