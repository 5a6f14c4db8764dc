# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a party's own figures out as a file."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate

from ..access.actor import Actor
from ..access.books import partnership_of
from ..access.door import note_figures
from .count import count, reported, shown_to
from .page import asked_period
from .sheet import file_name, sheet_of


@dataclass(frozen=True)
class File:
    """A file, and what it is called."""

    name: str
    content: bytes


def take_out(period: str, *, actor: Actor, at: datetime) -> File:
    """
    Return the figures of the actor's legal party as a spreadsheet; writes down that they took it.

    :raises ObjectDoesNotExist: if there is no such period, or they see no figures
    """
    asked, agreement = asked_period(period, at, partnership=partnership_of(actor.party_key))
    party = shown_to(actor, agreement)
    if not reported(party, agreement):
        raise ObjectDoesNotExist
    note_figures(actor, f"figures:{party}:{asked.name}:xlsx"[:60])
    figures = count(party, agreement, asked)
    return File(file_name(figures), sheet_of(figures, agreement, made=localdate(at)))
