# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every line of an agreement has."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict

Keys = tuple[str, ...]


class Entry(BaseModel):
    """One line of the agreement: where it stands, and whether the text really says it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = ""
    assumed: bool = False
    note: str = ""


class Keyed(Entry):
    """An entry with a name in code and a Dutch label on screen."""

    key: str
    label: str


E = TypeVar("E", bound=Keyed)


def entry_of(entries: tuple[E, ...], key: str) -> E:
    """Return the entry with this key; raises KeyError when there is none."""
    for entry in entries:
        if entry.key == key:
            return entry
    raise KeyError(key)
