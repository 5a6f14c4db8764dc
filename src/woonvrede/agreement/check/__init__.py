# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes an agreement sound: one small module per kind of rule, and all faults at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ..book import Agreement
from ..digest import broken_seal
from ..fault import Fault
from ..read import load
from ..sources import missing_sources
from ..vocabulary import GUARDS
from .collecting import collecting
from .counting import counting
from .keys import duplicate_keys
from .names import Known, missing_names, unknown_names
from .paths import paths
from .rights import rights
from .sight import sight
from .signing import signing
from .transfers import transfers

Check = Callable[[Agreement], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    missing_sources,
    missing_names,
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
        for each in CHECKS:
            faults += each(loaded.agreement)
    return sorted(set(faults))
