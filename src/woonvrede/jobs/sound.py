# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreement in a folder that somebody typed, and what is wrong with it."""

from pathlib import Path

from woonvrede.agreement.book import Agreement
from woonvrede.agreement.check import Checked, examine
from woonvrede.agreement.fault import Fault, Unreadable
from woonvrede.agreement.places import SHARED
from woonvrede.agreement.read import read
from woonvrede.running.problem import Problem


def faults_in(folder: Path) -> list[Fault]:
    """
    Return every fault of an agreement.

    :raises Problem: if there is no agreement in this folder
    """
    return examined(folder).faults


def examined(folder: Path) -> Checked:
    """
    Return every fault of an agreement, and every promise that it keeps.

    :raises Problem: if there is no agreement in this folder
    """
    _refuse_absent(folder)
    return examine(folder)


def read_from(folder: Path) -> Agreement:
    """
    Return the agreement, sound or not, as long as it can be read.

    :raises Problem: if there is none in this folder, or it cannot be read
    """
    _refuse_absent(folder)
    try:
        return read(folder)
    except Unreadable as unreadable:
        raise Problem(
            f"The agreement in {folder} cannot be read; "
            f"woonvrede agreement check {folder} tells why."
        ) from unreadable


def _refuse_absent(folder: Path) -> None:
    if not (folder / SHARED).is_file():
        raise Problem(f"There is no agreement in {folder}: name a folder that has {SHARED}.")
