# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
"Waarom zie ik dit?": in words of the agreement alone.

It names the kinds of data that the agreement knows for this intervention and stage, and is the
same to the letter whether or not this case holds any: that data exist would itself tell something.
"""

from ...access.given import SEE
from .objects import Why
from .parts import Line
from .view import View

LIMITS = {"own": "alleen wat u zelf inbrengt", "recipient": "alleen wat voor u bestemd is"}


def why(view: View) -> Why:
    """Return why this actor sees this case."""
    seen: dict[str, set[str]] = {}
    for right in view.place.rights:
        if right.verb == SEE:
            seen.setdefault(right.thing, set()).add(right.only)
    labels = view.agreement.labels["categories"]
    known = {
        category
        for grant in view.intervention.grants
        if view.case.stage in grant.stages
        for category in grant.see
    }
    roles = ", ".join(view.label("roles", role) for role in sorted(view.place.roles))
    reasons = sorted({(r.purpose, r.ground, r.because) for r in view.place.rights if r.verb == SEE})
    return Why(
        agreement=view.agreement.key,
        intervention=view.intervention.key,
        part=roles,
        lines=tuple(
            Line(view.label("purposes", purpose), view.label("grounds", ground), because)
            for purpose, ground, because in reasons
        ),
        sees=tuple(_limited(label, seen[key]) for key, label in labels.items() if key in seen),
        hidden=tuple(label for key, label in labels.items() if key in known - seen.keys()),
    )


def _limited(label: str, only: set[str]) -> str:
    """Name a kind of data, and what limits this actor's sight of it."""
    limits = [] if "" in only else [LIMITS[each] for each in sorted(only)]
    return f"{label} ({', '.join(limits)})" if limits else label
