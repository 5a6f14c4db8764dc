# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shared steps of everything that writes in a case."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F

from ..access.actor import Actor
from ..access.books import book
from ..access.refusals import Conflict, Invalid, Refused
from ..access.rights import Standing, decide, is_known
from ..agreement.book import Fact, Register
from ..records.case import Case
from ..records.entry import Entry
from .story.happenings import FactEmptied, FactRecorded, RowAdded
from .story.timeline import record, redate


def permitted(place: Standing, verb: str, thing: str) -> None:
    """
    Go on only when the agreement gives this.

    :raises ObjectDoesNotExist: if no such thing is known: an invented name gets what is absent
    :raises Refused: with the section of the nearest right
    """
    decision = decide(place, verb, thing)
    if not decision.allowed:
        if not is_known(place.case, verb, thing):
            raise ObjectDoesNotExist
        raise Refused(decision.because)


def chosen(place: Standing, verb: str, thing: str, unchosen: dict[str, str]) -> None:
    """
    Go on only when something was chosen, and the agreement gives this with it.

    :raises ObjectDoesNotExist: if no such thing is known
    :raises Refused: with the section of the nearest right
    :raises Invalid: with ``unchosen``, if nothing was chosen by who could have
    """
    if not thing and not place.things(verb):
        raise Refused("Dit mag u in deze fase van de casus niet.")
    if not thing:
        raise Invalid(unchosen)
    permitted(place, verb, thing)


def not_closed(case: Case, category: str = "") -> None:
    """
    Go on only while the case is open: in a closed one only a step still writes what it asks, and
    who led it what a law asks of whoever keeps its data.

    :raises Refused: if it is closed
    """
    if not is_open(case, category):
        raise Refused("De casus is gesloten.")


def is_open(case: Case, category: str) -> bool:
    """Are facts of this category recorded in this case, also where it is closed?"""
    everywhere = book(case.agreement).everywhere
    return case.closed_at is None or bool(everywhere and everywhere.category == category)


def same_version(case: Case, version: int) -> None:
    """
    Go on only when nobody changed the case since it was shown; then count this change.

    The case is locked, so of two people at once one is second here.

    :raises Conflict: if somebody did
    """
    if case.version != version:
        raise Conflict(case.version)
    Case.objects.filter(pk=case.pk).update(version=F("version") + 1)
    case.version += 1


def is_ours_to_correct(place: Standing, row: Entry) -> bool:
    """Whoever wrote something corrects it, or the party that leads the case: it keeps the file."""
    return place.actor.party in (row.party_id, place.case.lead_id)


def write_facts(
    case: Case, facts: Mapping[str, Fact], values: Mapping[str, Any], *, actor: Actor, at: datetime
) -> bool:
    """
    Write values of facts that differ from what stands, and say whether any did.

    The former value stays, ended.  None takes it away: that is an entry too, of one moment.  A
    figure that counts on the day in a fact follows it.
    """
    standing = standing_facts(case, values)
    changed = False
    for key, value in values.items():
        former = standing.get(key)
        if value == (None if former is None else former.values["value"]):
            continue
        changed = True
        if former is not None:
            former.until = at
            former.save(update_fields=["until"])
        fact = facts[key]
        Entry.objects.create(
            case=case,
            kind=Entry.FACT,
            key=key,
            category=fact.category,
            values={"value": value},
            party_id=actor.party,
            account_id=actor.account,
            at=at,
            until=at if value is None else None,
        )
        kind = FactEmptied if value is None else FactRecorded
        happening = kind(fact.label, key)
        event = record(happening, case=case, actor=actor, at=at, category=fact.category)
        redate(event, case, key)
    return changed


def write_row(
    case: Case,
    register: Register,
    values: Mapping[str, Any],
    *,
    actor: Actor,
    at: datetime,
    recipients: Sequence[int] = (),
) -> None:
    """Write a row of a register, and in the timeline that it was."""
    Entry.objects.create(
        case=case,
        kind=Entry.ROW,
        key=register.key,
        category=register.category,
        values=values,
        party_id=actor.party,
        account_id=actor.account,
        recipient_ids=list(recipients),
        at=at,
    )
    added = RowAdded(label=register.label)
    record(added, case=case, actor=actor, at=at, category=register.category, recipients=recipients)


def standing_facts(case: Case, keys: Iterable[str]) -> dict[str, Entry]:
    """Return what stands of these facts, by key."""
    found = Entry.objects.filter(case=case, kind=Entry.FACT, until=None, key__in=list(keys))
    return {entry.key: entry for entry in found}
