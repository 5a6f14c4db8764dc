# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the form of a referral outside the agreement asks, and what it says first."""

from collections.abc import Sequence

from ....agreement.book import Agreement, ReferralTarget
from ....records.person import Person
from ...referring import BY, ON, SEND, Sees, able_to_agree, sendable
from ..parts import Field


def referral_fields(
    agreement: Agreement, target: ReferralTarget, *, sees: Sees, people: Sequence[Person]
) -> tuple[Field, ...]:
    """Return what may go along, one tick each, and who agreed where that is asked."""
    ticks = [
        Field(key=f"{SEND}{key}", label=label, kind="tick")
        for key, label in sendable(agreement, target, sees).items()
    ]
    if not target.consent:
        return tuple(ticks)
    names = tuple((str(each.pk), each.name) for each in able_to_agree(target, people))
    why = "Zonder instemming mag u deze gegevens niet doorgeven."
    who = Field(key=BY, label="Wie stemt in?", kind="choice", required=True, choices=names, why=why)
    return (*ticks, who, Field(key=ON, label="Op welke dag?", kind="date", required=True))


def about(agreement: Agreement, target: ReferralTarget) -> tuple[str, ...]:
    """Return when one refers there, on which ground something may go along, and what never does."""
    ground = agreement.labels["grounds"].get(target.ground, "")
    said = (
        target.help,
        f"Dit mag op grond van {ground}." if ground else "U geeft niets door.",
        f"Nooit: {target.never}" if target.never else "",
        "Het systeem verstuurt niets. U krijgt een tekst en geeft die zelf veilig door."
        if target.sends
        else "",
    )
    return tuple(each for each in said if each)
