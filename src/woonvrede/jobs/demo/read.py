# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The fiction beside an agreement: its file ``demo.toml``, which is no part of what was agreed.

``docs/scenes.md`` explains the words.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError, model_validator

from ...agreement.digest import FICTION
from ...running import places
from .cast import Persona
from .steps import AnyStep
from .told import Told

Raw = Mapping[str, Any]


class Malformed(Exception):
    """A file of fiction cannot be told; says where, and what is wrong."""


class Unordered(Exception):
    """A scene comes after one that it cannot come after."""


class Scene(Told):
    """One case: how many days ago it began, and what happened, step by step."""

    key: str
    title: str
    days: int | None = None
    steps: tuple[AnyStep, ...]


class Demo(Told):
    """
    The people and the scenes of one agreement; through the eyes of ``others`` nobody looks.
    """

    people: tuple[Persona, ...]
    others: tuple[Persona, ...] = ()
    scenes: tuple[Scene, ...] = ()

    @model_validator(mode="after")
    def _everybody_is_there(self) -> "Demo":
        known = {persona.key for persona in self.everybody}
        for scene in self.scenes:
            for who in (who for step in scene.steps for who in step.people):
                if who not in known:
                    raise ValueError(f"scene {scene.key} needs {who}, who is not among the people")
        return self

    @property
    def everybody(self) -> tuple[Persona, ...]:
        """Everybody who is there."""
        return (*self.people, *self.others)

    @property
    def told(self) -> tuple[Scene, ...]:
        """The scenes that the demo tells; the others are only what those begin with."""
        return tuple(scene for scene in self.scenes if scene.days is not None)


@cache
def demos() -> dict[str, Demo]:
    """
    Return the fiction of every agreement of this installation that has some, by its folder's name.

    :raises Malformed: if a file cannot be told, or somebody is in two of them
    """
    files = sorted(places.agreements().glob(f"*/{FICTION}"))
    found = {file.parent.name: read_demo(file) for file in files}
    keys = [each.key for demo in found.values() for each in demo.everybody]
    for key in keys:
        if keys.count(key) > 1:
            raise Malformed(f"{key} is somebody in two demos: give one of them another key.")
    return found


def read_demo(file: Path) -> Demo:
    """
    Read one file of fiction.

    :raises Malformed: with everything that is wrong with it
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        words = {key: value for key, value in raw.items() if key != "report"}
        return Demo.model_validate({**words, "scenes": list(whole(raw, "scenes"))})
    except (tomllib.TOMLDecodeError, Unordered) as fault:
        raise Malformed(f"{file}: {fault}") from fault
    except ValidationError as faults:
        raise Malformed(in_lines(file, faults)) from faults


def in_lines(file: Path, faults: ValidationError) -> str:
    """Return everything that is wrong with a file, in one line each."""
    return "\n".join(
        f"{file}: {'.'.join(map(str, each['loc']))}: {each['msg']}"
        for each in faults.errors(include_url=False)
    )


def whole(raw: Raw, word: str) -> Iterator[Raw]:
    """
    Return the stories under a word with everything in them: first the steps of the story that they
    come ``after``, and in a report what no other word says.

    :raises Unordered: if one comes after what is not there, or after itself
    """
    scenes = {scene.get("key"): scene for scene in raw.get(word, ())}
    for scene in scenes.values():
        said = _report(raw.get("report", {}), scene.get("report", {}))
        steps = [
            {**said, **step} if step.get("does") == "report" else step
            for step in _steps(scene, scenes, ())
        ]
        words = {key: value for key, value in scene.items() if key not in ("after", "report")}
        yield {**words, "steps": steps}


def _steps(scene: Raw, scenes: Mapping[str, Raw], later: tuple[str, ...]) -> list[Raw]:
    """Return the steps of a scene, from the doorstep on; ``later`` are the scenes after it."""
    before = scene.get("after")
    if not before:
        return list(scene.get("steps", ()))
    if before not in scenes or before in later:
        raise Unordered(f"{scene.get('key')} cannot come after {before}")
    return [*_steps(scenes[before], scenes, (*later, before)), *scene.get("steps", ())]


def _report(shared: Raw, own: Raw) -> Raw:
    """Return what a report says: what the scene says itself, and for the rest what all say."""
    return {**shared, **own, "answers": {**shared.get("answers", {}), **own.get("answers", {})}}
