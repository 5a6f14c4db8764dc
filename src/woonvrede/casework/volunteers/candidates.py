# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Who of the register can be one of the two in a case, and what stands in the way of the others.

Whoever may not be chosen because of *this* case is told in one sentence: which street they live
in, whom they know and whether another case keeps them out is nobody's to learn here (decision 30).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.utils.timezone import localdate

from ...access.actor import Actor
from ...access.books import book
from ...access.door import note_register
from ...records.account import Volunteer
from ...records.case import Case, Involvement
from ..steps.colleagues import members
from .homes import area_match, phone_match, street_match
from .work import room, with_work

# The dwellings of a case (its own, and those of who complains), and its people; each by an index.
ABOUT = """
    select 'home', street, postcode from records_dwelling
    where id = any (array(select %(home)s::bigint
                          union all select complainant_dwelling_id from records_report
                          where case_id = %(case)s))
    union all
    select 'person', phone, email from records_person where case_id = %(case)s
    union all
    select 'person', phone, email from records_person
    where report_id = any (array(select id from records_report where case_id = %(case)s))
"""
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
    """What volunteers are compared with: the dwellings and people of a case, and who stays out."""

    streets: frozenset[str]
    postcodes: frozenset[str]
    phones: frozenset[str]
    emails: frozenset[str]
    excluded: frozenset[int]


def candidates(
    case: Case, seats: Iterable[Involvement], *, actor: Actor, at: datetime
) -> list[Candidate]:
    """
    Return everybody of the register who works on such cases, by name; in two questions.  Writes
    down that the register was looked in.

    ``seats`` are those of the case, of which some may have ended.
    """
    note_register(actor, "volunteers:for-case")
    agreement = book(case.agreement)
    words = agreement.interventions[case.intervention].volunteers
    assert words is not None
    able = members(words.role, case, actor, at).values("account")
    kept = Volunteer.objects.filter(party=actor.party, role=words.role, account__in=able)
    about, day = _about(case), localdate(at)
    hours = agreement.parameter(words.hours_a_case).value
    seated = {
        seat.account_id
        for seat in seats
        if seat.role == words.role and (seat.until is None or seat.until > at)
    }
    found = with_work(kept.select_related("account"), at)
    made = [_candidate(each, about, seated, hours=hours, day=day) for each in found]
    return sorted(made, key=lambda each: (each.name.lower(), each.account))


def _candidate(
    kept: Volunteer, about: _About, seated: set[int | None], *, hours: int, day: date
) -> Candidate:
    return Candidate(
        account=kept.account_id,
        name=kept.account.name,
        blocked=_blocked(kept, about, day),
        near=any(
            area_match(each, of=kept.account_id) == kept.area_match for each in about.postcodes
        ),
        seated=kept.account_id in seated,
        skills=frozenset(kept.skills),
        languages=frozenset(kept.languages),
        availability=frozenset(kept.availability),
        trained_until=kept.trained_until,
        running=vars(kept)["running"],
        room=room(kept.hours, hours),
        done=vars(kept)["done"],
    )


def _blocked(kept: Volunteer, about: _About, day: date) -> str:
    """Return what stands in the way; first what is so in every case, which tells of none."""
    if kept.paused:
        return PAUSED
    if kept.trained_until < day:
        return EXPIRED
    of = kept.account_id
    involved = (
        of in about.excluded
        or _plain(kept.account.email) in about.emails
        or any(street_match(each, of=of) == kept.street_match for each in about.streets)
        or any(phone_match(each, of=of) == kept.phone_match != "" for each in about.phones)
    )
    return INVOLVED if involved else ""


def _about(case: Case) -> _About:
    """Read what is compared; of that nothing is told but whether it is the same."""
    with connection.cursor() as cursor:
        cursor.execute(ABOUT, {"case": case.pk, "home": case.dwelling_id})
        found = cursor.fetchall()
    homes = [(street, postcode) for kind, street, postcode in found if kind == "home"]
    contacts = [(phone, email) for kind, phone, email in found if kind == "person"]
    return _About(
        streets=frozenset(street for street, _ in homes),
        postcodes=frozenset(postcode for _, postcode in homes),
        phones=frozenset(phone for phone, _ in contacts) - {""},
        emails=frozenset(_plain(email) for _, email in contacts) - {""},
        excluded=frozenset(case.excluded_ids),
    )


def _plain(email: str) -> str:
    return email.strip().casefold()
