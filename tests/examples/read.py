# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the worked cases of an agreement, and refuses those with names that nobody knows."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from tests.examples.names import unknown_names
from tests.examples.words import Example, Examples
from woonvrede.agreement.read import read
from woonvrede.jobs.demo.read import Malformed, Unordered, demos, in_lines, whole
from woonvrede.running import places


def all_examples() -> Iterator[tuple[str, Example]]:
    """Return every worked case of this installation, with the agreement that it is of."""
    for file in sorted(places.agreements().glob("*/examples/*.toml")):
        folder = file.parents[1]
        for each in read_examples(file, folder):
            if each.shows:
                yield folder.name, each


def read_examples(file: Path, folder: Path) -> tuple[Example, ...]:
    """
    Read one file of worked cases of the agreement in a folder.

    :raises Malformed: with everything that is wrong with it
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
        words = {key: value for key, value in raw.items() if key != "report"}
        found = Examples.model_validate({**words, "examples": list(whole(raw, "examples"))})
    except (tomllib.TOMLDecodeError, Unordered) as fault:
        raise Malformed(f"{file}: {fault}") from fault
    except ValidationError as faults:
        raise Malformed(in_lines(file, faults)) from faults
    people = {persona.key for persona in demos()[folder.name].everybody}
    unknown = list(unknown_names(found.examples, read(folder), people))
    if unknown:
        raise Malformed("\n".join(f"{file}: {line}" for line in unknown))
    return found.examples
