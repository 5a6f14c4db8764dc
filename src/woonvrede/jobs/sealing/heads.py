# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Where the chains ended, kept outside the database: a file a day, with the last heads of that day.

Whoever can write in every table can make a chain anew, or cut off its end; not that it then holds
the heads which somebody else has kept.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from django.db import connection

from woonvrede.running import places
from woonvrede.running.database import addresses
from woonvrede.running.database.cluster import DEMO
from woonvrede.running.problem import Problem


@dataclass(frozen=True)
class Head:
    """The hash at a position of the chain of one log, and where this is known from."""

    log: str
    position: int
    hash: bytes
    source: str = ""


def folder() -> Path:
    """Return the folder with the heads of this database."""
    if not addresses.external():
        return DEMO.folder / "heads"
    return places.state() / "heads" / quote(str(connection.settings_dict["NAME"]), safe="")


def known(where: Path) -> list[Head]:
    """
    Return every head that a folder holds, oldest first.

    :raises Problem: if a file in it cannot be read as heads
    """
    return [head for file in sorted(where.glob("*.json")) for head in _read(file)]


def newest() -> dict[str, Head]:
    """
    Return the last head of each log.

    :raises Problem: if a file of heads cannot be read
    """
    files = sorted(folder().glob("*.json"))
    return {head.log: head for head in _read(files[-1])} if files else {}


def keep(ends: Iterable[Head], at: datetime) -> None:
    """Write these heads in the file of the day, whole or not at all."""
    where = places.make_private(folder())
    heads = {**newest(), **{head.log: head for head in ends}}
    words = {log: {"position": h.position, "hash": h.hash.hex()} for log, h in heads.items()}
    half = where / "half"
    with half.open("w", encoding="utf-8") as target:
        json.dump({"at": at.isoformat(timespec="seconds"), "heads": words}, target, indent=1)
        target.flush()
        os.fsync(target.fileno())
    half.replace(where / f"{at:%Y-%m-%d}.json")


def _read(file: Path) -> list[Head]:
    try:
        heads = json.loads(file.read_text(encoding="utf-8"))["heads"]
        return [
            Head(log, int(head["position"]), bytes.fromhex(head["hash"]), file.name)
            for log, head in heads.items()
        ]
    except (OSError, ValueError, TypeError, LookupError, AttributeError) as unreadable:
        raise Problem(f"{file} holds no heads that can be read.") from unreadable
