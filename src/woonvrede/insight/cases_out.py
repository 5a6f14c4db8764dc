# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Taking a list of cases out as a file: exactly the list as it was filtered, and no more of a case
than its line shows, for one purpose of the agreement, written down.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import localdate, localtime

from ..access.actor import Actor
from ..access.books import in_force
from ..access.door import note_export, note_list
from ..access.readings import take_out_alone, taken_out_since
from ..access.refusals import Invalid, Refused
from ..agreement.book import Agreement
from ..agreement.vocabulary import PROCESS
from ..casework.lists.filters import Wanted, in_words, played_by, worked_on
from ..casework.lists.lines import lines
from ..casework.lists.listing import Found, find_cases
from .case_sheet import Taken, sheet_of_cases
from .count import shown_to
from .taken_out import File

MOST = 500
MOST_A_DAY = 1000
TOO_MANY = f"Deze lijst heeft meer dan {MOST} casussen. Maak de lijst kleiner met een filter."
A_DAY = f"U kunt op één dag lijsten downloaden met bij elkaar ten hoogste {MOST_A_DAY} casussen."
TOO_MANY_TODAY = (
    f"{A_DAY} Vandaag kunnen er nog {{}} bij. Maak de lijst kleiner met een filter, of download "
    "hem morgen."
)
ENOUGH_TODAY = f"{A_DAY} Vandaag is dat aantal bereikt. Download deze lijst morgen."
NONE = "In deze lijst staan geen casussen."
ANOTHER_PURPOSE = (
    "Niet alle casussen in deze lijst mag u voor dit doel gebruiken. Kies een ander doel, of maak "
    "de lijst kleiner met een filter."
)
NO_PURPOSE = (
    "Er is geen doel waarvoor u al deze casussen mag gebruiken. Kies een aanpak of een fase, en "
    "download de lijsten apart."
)
# What a list is taken out for, beside its purpose.  Codes: what somebody types could be about
# people, and what was written in the log is never erased.
REASONS = {
    "divide_work": "Het werk verdelen",
    "prepare_meeting": "Een overleg voorbereiden",
    "watch_terms": "Termijnen in de gaten houden",
    "compare": "Vergelijken met onze eigen administratie",
    "account": "Verantwoorden wat wij deden",
}


@dataclass(frozen=True)
class Asked:
    """
    What would be taken out: in words, how many cases (``refused`` says why they cannot be), and
    for which purposes this person may.
    """

    words: tuple[str, ...]
    cases: int
    purposes: tuple[tuple[str, str], ...]
    refused: str


def may_take_out(*, actor: Actor, at: datetime) -> bool:
    """
    May this actor take lists of cases out?  Those may who account for their party's figures, and
    nobody else: no volunteer takes anything out (§5 of the agreement, for the figures themselves).
    """
    return bool(shown_to(actor, in_force(localdate(at), actor.party_key)))


def read_asked(wanted: Wanted, *, actor: Actor, at: datetime) -> Asked:
    """
    Return what taking out this list would come to, with only the purposes for which all of it may
    be used; writes down which cases were counted, for who filters on and on learns of each what a
    line would tell.

    :raises ObjectDoesNotExist: if this person takes no lists out
    """
    found = _found(wanted, actor, at)
    numbers = _numbers(found)
    told = lines(actor, numbers, at=at)
    counted = {case: line.counted(*found.things) for case, line in told.items()}
    note_list(actor, "list-asked", cases=counted)
    cases = len(numbers)
    purposes = tuple(
        (key, label)
        for key, label in _purposes(actor, found.agreement).items()
        if all(line.told_for(key, *found.things) for line in told.values())
    )
    refused = _too_much(cases, at) or ("" if cases else NONE) or ("" if purposes else NO_PURPOSE)
    return Asked(in_words(wanted, found.filters), cases, purposes, refused)


def take_out_cases(
    wanted: Wanted, *, purpose: str, reason: str, actor: Actor, at: datetime
) -> File:
    """
    Return the list as a spreadsheet; writes down who took which cases out, and for what.

    :raises ObjectDoesNotExist: if this person takes no lists out
    :raises Invalid: if purpose or reason is missing, or may not stand there
    :raises Refused: if there are too many cases or none, for this file or for this day, or one
        that may not be used for this
    """
    found = _found(wanted, actor, at)
    purposes = _purposes(actor, found.agreement)
    _judge(purpose, purposes, reason)
    cases = _numbers(found)
    take_out_alone()
    if refused := _too_much(len(cases), at):
        raise Refused(refused)
    told = lines(actor, cases, at=at)
    if not told:
        raise Refused(NONE)
    meant = {case: line.told_for(purpose, *found.things) for case, line in told.items()}
    if not all(meant.values()):
        raise Refused(ANOTHER_PURPOSE)
    words = in_words(wanted, found.filters)
    taken = Taken(secrets.token_hex(5), actor, at, purposes[purpose], REASONS[reason], words)
    note_export(
        actor,
        f"export:{taken.number}",
        cases=meant,
        purpose=purpose,
        why="; ".join((reason, *words, f"{len(told)} casussen")),
    )
    shown = [told[case] for case in cases if case in told]
    return File(f"casussen-{localdate(at)}-{taken.number}.xlsx", sheet_of_cases(shown, taken))


def _found(wanted: Wanted, actor: Actor, at: datetime) -> Found:
    if not may_take_out(actor=actor, at=at):
        raise ObjectDoesNotExist
    return find_cases(wanted, actor=actor, at=at)


def _too_much(cases: int, at: datetime) -> str:
    """Return why so many cases are too many, for one file or for what is left of this day."""
    midnight = localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    left = MOST_A_DAY - taken_out_since(midnight)
    if cases > MOST:
        return TOO_MANY
    if left <= 0:
        return ENOUGH_TODAY
    return TOO_MANY_TODAY.format(left) if cases > left else ""


def _numbers(found: Found) -> list[int]:
    return [case for case, _ in found.known.values_list("case_id", found.by)[: MOST + 1]]


def _purposes(actor: Actor, agreement: Agreement) -> dict[str, str]:
    """Return the purposes for which this actor's roles see that a case is there."""
    played = played_by(actor, agreement)
    own = {
        grant.purpose
        for each in worked_on(actor, agreement)
        for grant in each.grants
        if grant.role in played and PROCESS in grant.see
    }
    return {key: label for key, label in agreement.labels["purposes"].items() if key in own}


def _judge(purpose: str, purposes: dict[str, str], reason: str) -> None:
    errors = {}
    if purpose not in purposes:
        errors["purpose"] = "Kies waarvoor u de lijst gebruikt."
    if reason not in REASONS:
        errors["reason"] = "Kies wat u met de lijst gaat doen."
    if errors:
        raise Invalid(errors)
