# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes an agreement sound: one small module per kind of rule, and all faults at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from woonvrede.agreement.book import Agreement
from woonvrede.agreement.digest import broken_seal
from woonvrede.agreement.fault import Fault
from woonvrede.agreement.read import load
from woonvrede.agreement.sources import missing_sources
from woonvrede.agreement.vocabulary import GUARDS

from .collecting import collecting
from .counting import counting
from .keys import duplicate_keys
from .names import Known, unknown_names
from .paths import paths
from .rights import rights
from .sight import sight
from .signing import signing
from .transfers import transfers

Rule = Callable[[Agreement], Iterator[Fault]]

RULES: tuple[Rule, ...] = (
    missing_sources,
    duplicate_keys,
    paths,
    sight,
    signing,
    collecting,
    rights,
    counting,
    transfers,
)


def check(folder: Path, guards: frozenset[str] = GUARDS) -> list[Fault]:
    """
    Return everything that is wrong with an agreement, in the order of its files.

    A file that cannot be read hides only what stands in that file; the others are still checked.

    :param guards: the conditions that Python knows
    """
    loaded = load(folder)
    faults = [*loaded.faults, *broken_seal(folder)]
    if loaded.agreement is not None:
        known = Known(loaded.agreement, guards, loaded.interventions)
        faults += unknown_names(loaded.agreement, known)
        for rule in RULES:
            faults += rule(loaded.agreement)
    return sorted(set(faults))
