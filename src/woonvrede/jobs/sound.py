# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with the agreement in a folder that somebody typed."""

from pathlib import Path

from woonvrede.agreement.check import Checked, examine
from woonvrede.agreement.fault import Fault
from woonvrede.agreement.places import SHARED
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
    if not (folder / SHARED).is_file():
        raise Problem(f"There is no agreement in {folder}: name a folder that has {SHARED}.")
    return examine(folder)
