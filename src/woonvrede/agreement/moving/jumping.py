# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""No case comes, by another version alone, where a step has to bring it."""

from collections.abc import Mapping

from ..book import Intervention
from ..leading import passed


def jumps(
    left: Intervention | None,
    arrived: Intervention,
    stage: str,
    to: str,
    names: Mapping[str, str],
) -> bool:
    """
    Would a case of one stage come in another that it has not surely been in?  In the start
    everything is still ahead of it.

    Asked of each of both versions that knows the two stages apart.  Where neither does, the case
    must have been, under the later ``names`` of the former stages, in all that leads to the other.
    """
    if to in (stage, arrived.start):
        return False
    judges = [each for each in (left, arrived) if each and {stage, to} <= _stages(each)]
    if judges or left is None:
        return any(to not in passed(each, stage) for each in judges)
    been = {names.get(each, each) for each in passed(left, stage)}
    return not passed(arrived, to) - {arrived.start} <= been


def _stages(intervention: Intervention) -> set[str]:
    return {each.key for each in intervention.stages}
