# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes an agreement sound: one small module per kind of rule, and all faults at once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..book import Agreement
from ..digest import broken_seal
from ..fault import Fault
from ..places import SHARED, at_home
from ..proof import Proven, prove
from ..read import load
from ..sources import missing_sources
from ..vocabulary import GUARDS
from .asking import asking
from .collecting import collecting
from .counting import counting
from .letters import letters
from .migrations import migrations
from .naming.following import follows
from .naming.keys import duplicate_keys, unfit_keys
from .naming.known import Known
from .naming.lines import line_of
from .naming.names import astray, missing_names, unknown_names
from .ordering import ordering
from .paths import paths
from .promised import promised
from .rights import rights
from .sight import keeping, sight
from .signing import signing
from .terms import terms, unread, unseen
from .text import text
from .transfers import bringing, transfers
from .volunteers import volunteers

Check = Callable[[Agreement], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    missing_sources,
    missing_names,
    unfit_keys,
    duplicate_keys,
    paths,
    sight,
    signing,
    asking,
    collecting,
    rights,
    counting,
    transfers,
    bringing,
    volunteers,
    ordering,
    terms,
    unseen,
    keeping,
    unread,
    letters,
    text,
)


@dataclass(frozen=True)
class Checked:
    """
    Everything that is wrong with an agreement, and which of its promises were proven; and whether
    more ``waits``, to be judged once these faults are mended.
    """

    faults: list[Fault]
    proven: list[Proven]
    waits: bool


def examine(folder: Path, guards: frozenset[str] = GUARDS) -> Checked:
    """
    Find everything that is wrong with an agreement, in the order of its files, and prove its
    promises, which takes that all of it can be read and every name in it is known.

    Of a file with words that cannot be read the names in its other entries are still judged, and
    of a shared file those everywhere; what follows from them waits until all words are read, and
    what follows from an unknown name until that is mended.

    :param guards: the conditions that Python knows
    """
    loaded = load(folder)
    faults = [*loaded.faults, *broken_seal(folder)]
    proven: list[Proven] = []
    waits = bool(loaded.faults)
    if loaded.agreement is not None:
        known = Known(loaded.agreement, guards, loaded.interventions)
        unknown = [*unknown_names(loaded.agreement, known), *promised(loaded.agreement)]
        faults += [each for each in unknown if not _told(each, loaded.faults)]
        found = [
            fault
            for each in (lambda agreement: migrations(agreement, folder), *CHECKS)
            for fault in each(loaded.agreement)
            if not {SHARED, fault.file} & {each.file for each in loaded.faults}
        ]
        gone = astray(loaded.agreement, known)
        rooted = [each for each in found if not follows(each, gone, loaded.agreement)]
        faults += rooted
        lost = any(each.rule == "unreachable_stage" for each in rooted)
        waits = waits or bool(unknown) or lost or len(rooted) < len(found)
        for verdict in [] if loaded.faults or unknown else prove(loaded.agreement):
            if isinstance(verdict, Fault):
                faults.append(verdict)
            else:
                proven.append(verdict)
    told = {_located(folder, at_home(each, loaded.agreement)) for each in faults}
    return Checked(sorted(told), proven, waits)


def _located(folder: Path, fault: Fault) -> Fault:
    """Add on which line its entry begins, where the text of the file tells."""
    try:
        text = (folder / fault.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return fault
    return replace(fault, line=line_of(text, fault.entry))


def _told(fault: Fault, unread: Iterable[Fault]) -> bool:
    """Is this about an entry of which a word could not be read, so that it may not be true?"""
    return any(
        (each.file, each.entry) == (fault.file, fault.entry[: len(each.entry)]) for each in unread
    )


def check(folder: Path, guards: frozenset[str] = GUARDS) -> list[Fault]:
    """Return everything that is wrong with an agreement; see :func:`examine`."""
    return examine(folder, guards).faults
