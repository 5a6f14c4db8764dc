# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement rights``"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem

if TYPE_CHECKING:
    from woonvrede.agreement.book import Agreement
    from woonvrede.agreement.told.matrix import Right

HEADS = ("AANPAK", "ROL", "GEGEVENS", "MAG", "FASEN", "BEPERKT TOT", "DOEL", "GRONDSLAG", "BRON")


def register(commands: Commands) -> None:
    """Add the command."""
    does = "print who may see and write what, in which stages, for which purpose and on what ground"
    parser = commands.add("agreement rights", run, does=does, role=None)
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")
    parser.add_argument("--role", default="", help="key of a role")
    parser.add_argument("--intervention", default="", help="key of an intervention")


def run(asked: Asked) -> int:
    """Print a table, a line per role and kind of data; an assumed one is marked."""
    from woonvrede.agreement.told.matrix import rights
    from woonvrede.jobs.sound import read_from

    agreement = read_from(asked.path)
    _refuse_unknown("role", asked.role, [role.key for role in agreement.roles], agreement)
    _refuse_unknown("intervention", asked.intervention, agreement.interventions, agreement)
    found = rights(agreement, role=asked.role, intervention=asked.intervention)
    print("\n".join(_table([HEADS, *map(_cells, found)])))
    return 0


def _refuse_unknown(word: str, key: str, known: Iterable[str], agreement: "Agreement") -> None:
    if key and key not in known:
        named = ", ".join(known)
        raise Problem(f"{agreement.key} has no {word} {key}; it has: {named}.")


def _cells(right: "Right") -> tuple[str, ...]:
    return (
        right.intervention,
        right.role,
        right.category,
        right.may,
        right.stages,
        right.only,
        right.purpose,
        right.ground,
        f"{right.source}{' (aanname)' if right.assumed else ''}",
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines with every column as wide as its widest word."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (word.ljust(width) for word, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()
