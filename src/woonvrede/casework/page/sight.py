# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who will see what somebody is about to write: in words, before it is written."""

from collections import defaultdict

from .view import View

LIMITS = {"own": "alleen wat zij zelf inbrengen", "recipient": "alleen als ontvanger"}


def seen_by(view: View, category: str, stage: str = "") -> tuple[str, ...]:
    """
    Return who may see a category in a stage (this one, if none is given), as the agreement says:
    each role, with the party that plays it here, or that it would see it if it took part.
    """
    limits: dict[str, set[str]] = defaultdict(set)
    for grant in view.intervention.grants:
        if category in grant.see and (stage or view.case.stage) in grant.stages:
            limits[grant.role].add(grant.only)
    return tuple(
        _in_words(view, role.key, limits[role.key])
        for role in view.agreement.roles
        if role.key in limits
    )


def _in_words(view: View, role: str, limits: set[str]) -> str:
    label = view.label("roles", role)
    parties = sorted({seat.party.label for seat in view.current if seat.role == role} - {label})
    notes = [LIMITS[limit] for limit in sorted(limits) if "" not in limits]
    if role not in {seat.role for seat in view.current}:
        notes.insert(0, "als die meedoet")
    named = f"{label}: {' en '.join(parties)}" if parties else label
    return f"{named} ({', '.join(notes)})" if notes else named
