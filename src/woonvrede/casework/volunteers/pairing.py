# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a case to two volunteers of the register, who both get a personal seat."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from ...access.actor import Actor
from ...access.books import book
from ...access.refusals import Invalid, Refused
from ...agreement.book import Volunteers
from ...agreement.values import UNWRITTEN
from ...records.case import Case, Involvement
from ...records.party import Party
from ..citizen_number import REFUSED, holds_citizen_number
from ..seats import current_seats, end_seats, involve
from ..story.happenings import Assigned, ChosenDespite
from ..story.timeline import record
from .candidates import Candidate, candidates
from .pairs import key_of

LONGEST_REASON = 500
NO_PAIR = "Kies een duo uit de lijst."
NO_REASON = (
    "Iemand van dit duo woont in dezelfde buurt als deze casus. Schrijf op waarom u toch dit duo "
    "kiest, of kies een ander."
)


def assign_pair(case: Case, given: Mapping[str, str], *, actor: Actor, at: datetime) -> None:
    """
    Give two of the register a seat, in place of whoever had it; who stays keeps theirs.

    Whoever was chosen although they live near is told with the reason, where the volunteers do not
    see it.

    :raises Invalid: if these two cannot be chosen, or a reason is missing
    :raises Refused: if they do the case already
    """
    agreement = book(case.agreement)
    words = agreement.interventions[case.intervention].volunteers
    assert words is not None
    former = [seat for seat in current_seats(case) if seat.role == words.role]
    two = _chosen(given.get("pair", ""), candidates(case, former, actor=actor, at=at))
    if all(each.seated for each in two):
        raise Refused("Deze casus is al van dit duo.")
    near = [each for each in two if each.near and not each.seated]
    reason = _reason(given.get("despite", "")) if near else ""
    _seat(case, words.role, two, former, actor=actor, at=at)
    names = " en ".join(each.name for each in two)
    label = agreement.role(words.role).label
    told = Assigned(names, label, role_key=words.role, party_key=actor.party_key)
    record(told, case=case, actor=actor, at=at)
    if near:
        _tell_why(case, words, near, reason, actor=actor, at=at)


def _chosen(key: str, found: Sequence[Candidate]) -> tuple[Candidate, Candidate]:
    by_account = {str(each.account): each for each in found}
    two = [by_account[account] for account in key.split(".") if account in by_account]
    if len(two) != 2 or key != key_of(two[0].account, two[1].account) or two[0] == two[1]:
        raise Invalid({"pair": NO_PAIR})
    for each in two:
        if each.blocked:
            raise Invalid({"pair": f"Dit duo kan niet. Voor een van de twee geldt: {each.blocked}"})
    return two[0], two[1]


def _reason(said: str) -> str:
    reason = said.strip()
    if not reason:
        raise Invalid({"despite": NO_REASON})
    if len(reason) > LONGEST_REASON:
        raise Invalid({"despite": f"Gebruik ten hoogste {LONGEST_REASON} tekens."})
    if holds_citizen_number(reason):
        raise Invalid({"despite": REFUSED})
    if UNWRITTEN.search(reason.replace("\r\n", "\n")):
        raise Invalid({"despite": "Typ dit opnieuw."})
    return reason


def _seat(
    case: Case,
    role: str,
    two: Sequence[Candidate],
    former: Sequence[Involvement],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    chosen = {each.account for each in two}
    ended = [seat for seat in former if seat.account_id not in chosen]
    end_seats(case, ended, actor=actor, at=at)
    party = Party.objects.get(pk=actor.party)
    for each in two:
        involve(case, role, party, actor=actor, at=at, account=each.account)


def _tell_why(
    case: Case,
    words: Volunteers,
    near: Sequence[Candidate],
    reason: str,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    names = " en ".join(each.name for each in near)
    told = ChosenDespite(names, reason)
    record(told, case=case, actor=actor, at=at, category=words.reasons)
