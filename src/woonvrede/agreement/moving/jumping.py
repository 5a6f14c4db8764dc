# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""No case comes, by another version alone, where a step has to bring it."""

from ..book import Intervention
from ..leading import passed


def jumps(left: Intervention | None, arrived: Intervention, stage: str, to: str) -> bool:
    """
    Would a case of one stage come in another that it has not surely been in?  Asked of each of both
    versions that knows the two stages apart; in the start everything is still ahead of it.
    """
    return to not in (stage, arrived.start) and any(
        to not in passed(each, stage)
        for each in (left, arrived)
        if each and {stage, to} <= {known.key for known in each.stages}
    )
