from collections.abc import Callable
from pathlib import Path

import numpy as np

from hipplan.figures.generator.checks import areas, seen
from hipplan.figures.generator.figure import build
from hipplan.figures.generator.pose import Pose
from hipplan.figures.generator.studio import pictures_of

Standing = Callable[..., Pose]


def test_the_back_view_is_the_same_body_turned_round_beside_itself(standing: Standing) -> None:
    figure = build(standing(back_view=0.9))
    assert len(figure.things) == len(figure.body) > 10
    noses = [next(p for p in pieces if p.part == "nose").vertices for pieces in (figure.body, figure.things)]
    assert noses[0][:, 0].min() > 0 > noses[1][:, 0].max()  # the second looks away
    assert np.allclose(noses[0][:, 1] + noses[1][:, 1], 0.9)


def test_without_shoes_no_shoe_is_seen(standing: Standing) -> None:
    def cloth(*, shoes: bool) -> set[str]:
        figure = build(standing(look={"shoes": shoes}))
        return set(areas(seen(figure)))

    assert cloth(shoes=True) - cloth(shoes=False) == {"shoe", "sole"}


def test_a_table_stands_on_the_floor_and_its_top_is_as_high_as_asked(standing: Standing) -> None:
    table = {"kind": "table", "at": (0.8, 0.0, 0.35), "size": (0.5, 0.8, 0.7), "turn": 20}
    figure = build(standing(props={"blocks": (table,)}))
    heights = [piece.vertices[:, 2] for piece in figure.things]
    assert len(heights) == 5  # a top and four legs
    assert max(row.max() for row in heights) == 0.7
    assert sorted(round(float(row.min()), 6) for row in heights) == [0, 0, 0, 0, 0.65]


def test_a_frame_that_only_lends_its_ghost_is_no_picture(tmp_path: Path) -> None:
    text = """
    id = "turn"
    left_leg = {plant = [0, 0.1], knee = 8}
    right_leg = {plant = [0, -0.1]}
    [[frame]]
    name = "before"
    drawn = false
    [[frame]]
    name = "after"
    key = "test-stand"
    from = "before"
    drawn = true
    neck = {turn = 40}
    ghost = {parts = ["head"], frame = "before"}
    """
    path = tmp_path / "turn.toml"
    path.write_text(text, encoding="utf-8")
    assert [key for key, _ in pictures_of(path)] == ["test-stand"]  # a key that has words
