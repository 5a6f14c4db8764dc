# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing in a file of reports: whole, or not at all."""

from datetime import datetime

from ...access.actor import Actor
from ...access.refusals import Refused
from ...records.once import Imported
from ..register import register_all
from .check import Checked, Tell

AT_ONCE = 200  # reports


def bring_in(checked: Checked, *, actor: Actor, at: datetime, tell: Tell) -> None:
    """
    Register every report of a file that this actor checked for this moment.

    :raises Refused: if rows are wrong
    :raises IntegrityError: if the circle brought in one of them since
    """
    if checked.faults:
        raise Refused("Niet alle rijen kloppen. Er is niets binnengehaald.")
    # First, so that whoever brings in the same at the same moment waits here.
    Imported.objects.bulk_create(
        (Imported(party_id=actor.party, digest=digest, at=at) for digest in checked.drawn),
        batch_size=5 * AT_ONCE,
    )
    drawn = list(checked.drawn.values())
    tell(0, len(drawn))
    for begun in range(0, len(drawn), AT_ONCE):
        some = drawn[begun : begun + AT_ONCE]
        register_all(some, actor=actor, at=at)
        tell(begun + len(some), len(drawn))
