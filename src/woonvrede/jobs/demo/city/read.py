# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading ``volumes.toml``, with the people and scenes of ``demo.toml`` beside it."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ....agreement.digest import FICTION, VOLUMES
from ....running import places
from ..cast import Persona
from ..read import Malformed, Raw, Unordered, demos, in_lines, whole
from .words import Volumes

Cities = Sequence[tuple[str, Volumes]]


def cities() -> Cities:
    """
    Return every agreement, by its folder's name, of which is said how much happens, with that.

    :raises Malformed: if a file says it in a way that cannot be told
    """
    files = sorted(places.agreements().glob(f"*/{VOLUMES}"))
    return [
        (file.parent.name, read_volumes(file, demos()[file.parent.name].everybody))
        for file in files
    ]


def read_volumes(file: Path, people: tuple[Persona, ...]) -> Volumes:
    """
    Read one such file.

    :raises Malformed: with everything that is wrong with it
    """
    try:
        demo = _toml(file.with_name(FICTION))
        raw = _toml(file)
        told = [_volume(each, demo) for each in raw.get("volumes", ())]
        volumes = Volumes.model_validate({**raw, "volumes": told})
    except (tomllib.TOMLDecodeError, Unordered) as fault:
        raise Malformed(f"{file}: {fault}") from fault
    except ValidationError as faults:
        raise Malformed(in_lines(file, faults)) from faults
    _refuse_strangers(file, volumes, {persona.key for persona in people})
    return volumes


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _volume(raw: Raw, demo: Raw) -> Mapping[str, Any]:
    """Return a volume with everything in its courses: their report says what all reports say."""
    own = raw.get("report", {})
    common = demo.get("report", {})
    answers = {**common.get("answers", {}), **own.get("answers", {})}
    report = {**common, **own, "answers": answers}
    keys = {course.get("key") for course in raw.get("courses", ())}
    scenes = [scene for scene in demo.get("scenes", ()) if scene.get("key") not in keys]
    courses = {"report": report, "courses": [*scenes, *raw.get("courses", ())]}
    told = [course for course in whole(courses, "courses") if course.get("key") in keys]
    return {**{key: value for key, value in raw.items() if key != "report"}, "courses": told}


def _refuse_strangers(file: Path, volumes: Volumes, known: set[str]) -> None:
    for volume in volumes.volumes:
        steps = [step for course in volume.courses for step in course.steps]
        needed = {*volume.reporters, *(who for step in steps for who in step.people)}
        if strangers := sorted(needed - known):
            who = ", ".join(strangers)
            raise Malformed(f"{file}: {volume.key} needs {who}, who is not among the people")
