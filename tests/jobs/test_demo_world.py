# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fiction beside the agreements: it can be told whole, and a fault in it is told in words."""

from pathlib import Path

import pytest
from django.utils import timezone

from woonvrede.access.accounts import fictional_people
from woonvrede.jobs.demo.read import Malformed, demos, read_demo
from woonvrede.jobs.demo.world import make_world

PEOPLE = 'people = [{ key = "a", name = "A", party = "p", function = "f" }]\n'
SCENE = '[[scenes]]\nkey = "s"\ntitle = "t"\n'


def test_the_world_is_made_of_every_scene_once(fresh_world: None) -> None:
    told = [title for title, _, _ in make_world(timezone.now())]
    assert told == [scene.title for demo in demos().values() for scene in demo.told]
    assert list(make_world(timezone.now())) == []
    names = {account.name for account, _ in fictional_people(timezone.now())}
    assert names == {persona.name for demo in demos().values() for persona in demo.people}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("people = 1 1", "line 1"),
        (PEOPLE + "place = 1\n", "place: Extra inputs"),
        (PEOPLE + SCENE + 'steps = [{ as = "a", does = "sing" }]\n', "'sing'"),
        (PEOPLE + SCENE + 'steps = [{ as = "a", does = "route" }]\n', "route.to: Field required"),
        (PEOPLE + SCENE + 'steps = [{ as = "b", does = "follow" }]\n', "needs b, who is not"),
        (PEOPLE + SCENE + 'after = "s"\n', "s cannot come after s"),
        (PEOPLE + SCENE + 'after = "x"\n', "s cannot come after x"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(text)
    with pytest.raises(Malformed, match=why) as told:
        read_demo(file)
    assert str(file) in str(told.value)


def test_a_scene_begins_with_the_steps_of_another_and_its_own_report(tmp_path: Path) -> None:
    file = tmp_path / "demo.toml"
    file.write_text(
        PEOPLE
        + '[report]\ntenure = "x"\nanswers = { one = "1", two = "2" }\n'
        + 'address = { postcode = "p", number = "1", street = "s", town = "t", district = "d" }\n'
        + SCENE
        + 'steps = [{ as = "a", does = "report" }]\n'
        + '[[scenes]]\nkey = "later"\ntitle = "t"\nafter = "s"\n'
        + 'steps = [{ as = "a", does = "follow" }]\n'
        + 'report = { answers = { two = "twee" } }\n'
    )
    first, later = read_demo(file).scenes
    assert [step.does for step in later.steps] == ["report", "follow"]
    assert later.steps[0].model_dump()["answers"] == {"one": "1", "two": "twee"}
    assert first.steps[0].model_dump()["answers"] == {"one": "1", "two": "2"}
