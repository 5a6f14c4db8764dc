# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps a register of volunteers, and of which role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet
from django.utils.timezone import localdate

from ...access.actor import Actor, current_at
from ...access.books import in_force
from ...agreement.book import Agreement, Volunteers
from ...records.account import Membership, Volunteer


@dataclass(frozen=True)
class Keeper:
    """Somebody who keeps a register, and how the agreement describes it."""

    actor: Actor
    agreement: Agreement
    words: Volunteers

    @property
    def label(self) -> str:
        """What those are called who are in it."""
        return self.agreement.role(self.words.role).label

    @property
    def hours_a_case(self) -> int:
        """How many hours a month one case takes."""
        return self.agreement.parameter(self.words.hours_a_case).value

    def codes(self, word: str) -> Mapping[str, str]:
        """Return the choices of a word of the register, by code."""
        return self.agreement.code_list(getattr(self.words, word)).codes

    def register(self) -> QuerySet[Volunteer]:
        """Return who is in it."""
        return Volunteer.objects.filter(party=self.actor.party, role=self.words.role)

    def working(self, at: datetime) -> QuerySet[Membership]:
        """Return who can be in it at a moment: whose function in the circle gives the role."""
        return Membership.objects.filter(
            current_at(at),
            party=self.actor.party,
            functions__overlap=list(self.agreement.role(self.words.role).functions),
            account__is_active=True,
        )


def keeper_of(actor: Actor, *, at: datetime) -> Keeper:
    """
    Return somebody as who keeps the register of their circle.

    :raises ObjectDoesNotExist: if they keep none: for them there is none
    """
    agreement = in_force(localdate(at), actor.party_key)
    for each in agreement.interventions.values():
        words = each.volunteers
        if words and keeps(actor, words, agreement.role(each.lead).parties):
            return Keeper(actor, agreement, words)
    raise ObjectDoesNotExist


def keeps(actor: Actor, words: Volunteers, parties: tuple[str, ...]) -> bool:
    """Does somebody keep this register, which is of these circles?"""
    return actor.party_key in parties and bool(actor.functions.intersection(words.kept_by))


def has_register(actor: Actor, *, at: datetime) -> bool:
    """Is there a register that this actor keeps?  Asks the database nothing."""
    try:
        keeper_of(actor, at=at)
    except (ObjectDoesNotExist, LookupError):
        return False
    return True
