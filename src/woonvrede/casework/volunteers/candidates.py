# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Who of the register can be one of the two in a case, and what stands in the way of the others.

Whoever may not be chosen because of *this* case is told in one sentence: which street they live
in, whom they know and whether another case keeps them out is nobody's to learn here (decision 30).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...agreement.book import Agreement, Volunteers
from ...records.account import Volunteer
from ...records.case import Case
from ...records.dwelling import Dwelling
from ...records.person import Person
from ...records.report import Report
from ..persons import people_of
from ..seats import current_seats
from ..steps.colleagues import members
from .homes import area_match, email_match, phone_match, street_match
from .work import Work, room, work_of

PAUSED = "Doet nu even niet mee."
EXPIRED = "De opleiding is verlopen."
INVOLVED = "Woont te dichtbij, kent iemand in deze casus of is er zelf bij betrokken."


@dataclass(frozen=True)
class Candidate:
    """
    Somebody of the register, as they stand in one case; with ``blocked``, why they cannot be
    chosen.  ``near`` says that they live in the sub-district of a dwelling of the case, and
    ``seated`` that they are one of the two now.
    """

    account: int
    name: str
    blocked: str
    near: bool
    seated: bool
    skills: frozenset[str]
    languages: frozenset[str]
    availability: frozenset[str]
    trained_until: date
    running: int
    room: int
    done: int

    @property
    def is_full(self) -> bool:
        """Have they as many cases as they have room for, without this one?"""
        return self.running - self.seated >= self.room


@dataclass(frozen=True)
class _About:
    """What the case is compared by: hashes of its dwellings and people, and who must stay out."""

    streets: frozenset[str]
    areas: frozenset[str]
    people: frozenset[str]
    excluded: frozenset[int]


def candidates(
    case: Case, words: Volunteers, agreement: Agreement, *, actor: Actor, at: datetime
) -> list[Candidate]:
    """Return everybody of the register who works on such cases, by name; in six questions."""
    able = members(words.role, case, actor, at).values("account")
    kept = Volunteer.objects.filter(party=actor.party, role=words.role, account__in=able)
    found = list(kept.select_related("account"))
    about, day = _about(case), localdate(at)
    accounts = [each.account_id for each in found]
    work = work_of(accounts, party=actor.party, role=words.role, at=at)
    hours = agreement.parameter(words.hours_a_case).value
    seated = {seat.account_id for seat in current_seats(case) if seat.role == words.role}
    made = [_candidate(each, about, work, seated, hours=hours, day=day) for each in found]
    return sorted(made, key=lambda each: (each.name.lower(), each.account))


def _candidate(
    kept: Volunteer,
    about: _About,
    work: Mapping[int, Work],
    seated: set[int | None],
    *,
    hours: int,
    day: date,
) -> Candidate:
    done = work.get(kept.account_id, Work())
    return Candidate(
        account=kept.account_id,
        name=kept.account.name,
        blocked=_blocked(kept, about, day),
        near=kept.area_match in about.areas,
        seated=kept.account_id in seated,
        skills=frozenset(kept.skills),
        languages=frozenset(kept.languages),
        availability=frozenset(kept.availability),
        trained_until=kept.trained_until,
        running=done.running,
        room=room(kept.hours, hours),
        done=done.done,
    )


def _blocked(kept: Volunteer, about: _About, day: date) -> str:
    """Return what stands in the way; first what is so in every case, which tells of none."""
    if kept.paused:
        return PAUSED
    if kept.trained_until < day:
        return EXPIRED
    contacts = {kept.phone_match, email_match(kept.account.email)} - {""}
    involved = (
        kept.account_id in about.excluded
        or kept.street_match in about.streets
        or bool(contacts & about.people)
    )
    return INVOLVED if involved else ""


def _about(case: Case) -> _About:
    """Read what is compared; of that nothing is told but whether it is the same."""
    complaining = Report.objects.filter(case=case).values("complainant_dwelling")
    homes = Dwelling.objects.filter(Q(pk=case.dwelling_id) | Q(pk__in=complaining))
    places = list(homes.values_list("street", "postcode"))
    contacts = list(Person.objects.filter(people_of(case)).values_list("phone", "email"))
    return _About(
        streets=frozenset(street_match(street) for street, _ in places),
        areas=frozenset(area_match(postcode) for _, postcode in places),
        people=frozenset(
            {
                match
                for phone, email in contacts
                for match in (phone_match(phone), email_match(email))
            }
            - {""}
        ),
        excluded=frozenset(case.excluded_ids),
    )


def _matches(contacts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for phone, email in contacts:
        yield phone_match(phone)
        yield email_match(email)
