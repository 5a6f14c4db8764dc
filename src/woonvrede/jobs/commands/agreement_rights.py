# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement rights``"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem

if TYPE_CHECKING:
    from woonvrede.agreement.book import Agreement
    from woonvrede.agreement.told.matrix import Right

WIDTH = 96
NOTHING = "Deze rol heeft hier geen rechten."


def register(commands: Commands) -> None:
    """Add the command."""
    does = "print who may see and write what, in which stages, for which purpose and on what ground"
    parser = commands.add("agreement rights", run, does=does, role=None)
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")
    parser.add_argument("--role", default="", help="key of a role")
    parser.add_argument("--intervention", default="", help="key of an intervention")


def run(asked: Asked) -> int:
    """Print each role with what it may, once per reason; an assumed one is marked."""
    from woonvrede.agreement.told.matrix import rights
    from woonvrede.jobs.sound import read_from

    agreement = read_from(asked.path)
    _refuse_unknown("role", asked.role, [role.key for role in agreement.roles], agreement)
    _refuse_unknown("intervention", asked.intervention, agreement.interventions, agreement)
    found = rights(agreement, role=asked.role, intervention=asked.intervention)
    if not found:
        print(NOTHING)
    for (intervention, role), theirs in groupby(found, lambda each: (each.intervention, each.role)):
        print(f"{intervention} · {role}\n")
        for reason, alike in groupby(theirs, _reason):
            print("\n".join((*_lines(reason, list(alike)), "")))
    return 0


def _refuse_unknown(word: str, key: str, known: Iterable[str], agreement: "Agreement") -> None:
    if key and key not in known:
        named = ", ".join(known)
        raise Problem(f"{agreement.key} has no {word} {key}; it has: {named}.")


def _reason(right: "Right") -> tuple[tuple[str, str], ...]:
    """Return when, why and on what ground, which a role has in common for many kinds of data."""
    return (
        ("FASEN", right.stages),
        ("BEPERKT TOT", right.only),
        ("DOEL", right.purpose),
        ("GRONDSLAG", right.ground),
        ("BRON", f"{right.source}{' (aanname)' if right.assumed else ''}"),
    )


def _lines(reason: Iterable[tuple[str, str]], alike: Sequence["Right"]) -> Iterator[str]:
    may: dict[str, list[str]] = {}
    for right in alike:
        may.setdefault(right.may.upper(), []).append(right.category)
    for term, words in (*((verb, ", ".join(found)) for verb, found in may.items()), *reason):
        if words:
            yield fill(words, WIDTH, initial_indent=f"  {term:<18}", subsequent_indent=" " * 20)
