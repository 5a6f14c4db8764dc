# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""To whom a letter can go, and at which address."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...access.refusals import Invalid
from ...access.rights import Standing
from ...agreement.book import Agreement, Letter
from ...agreement.vocabulary import REPORTING_PARTY, RESIDENT
from ...agreement.words.letters import ADDRESS, NAME, SAFE, SOMEBODY
from ...records.case import Involvement
from ...records.dwelling import Dwelling
from ...records.person import Person
from ...records.report import Report

HOME = "home"  # who is at the address; a person goes by number, a circle by its key
AT_HOME, WHO_REPORTED, WHO_IT_IS = "De bewoner", "Wie meldde", "De persoon zelf"
AT_WORK = "t.a.v. de contactpersoon"
UNSAID = (
    "U vulde een adres in. Dat kan alleen als deze persoon zei dat een brief per post veilig is. "
    "Antwoord met ja, of haal het adres weg en geef de brief zelf."
)
HALF = "Vul het hele adres in. Of laat het helemaal leeg, en geef de brief zelf."


@dataclass(frozen=True)
class Receiver:
    """Somebody a letter can go to: by which key a form chooses them, and the lines on it."""

    key: str
    lines: tuple[str, ...]
    to: str
    person: int | None = None

    @property
    def has_address(self) -> bool:
        """Is it known where they are?"""
        return len(self.lines) > 1


def receiver_label(agreement: Agreement, letter: Letter) -> str:
    """Say to whom a letter goes."""
    words = ("person_roles", "roles", "addressees")
    named = {key: label for word in words for key, label in agreement.labels[word].items()}
    named |= {REPORTING_PARTY: WHO_REPORTED, SOMEBODY: WHO_IT_IS}
    return " of ".join(named[key] for key in letter.to)


def has_receiver(
    agreement: Agreement,
    letter: Letter,
    *,
    people: Iterable[Person],
    seats: Iterable[Involvement],
    reported: bool,
) -> bool:
    """
    Is anybody there to whom this letter can go: of these people and seats, who lives there, or who
    reported, if somebody did?
    """
    return (
        any(_is_for(letter, each) for each in people)
        or any(each.role in letter.to and not each.until for each in seats)
        or bool(_living_there(agreement, letter))
        or (reported and REPORTING_PARTY in letter.to)
        or SOMEBODY in letter.to
        or any(each.key in letter.to for each in agreement.addressees)
    )


def receivers(
    place: Standing,
    letter: Letter,
    agreement: Agreement,
    people: Sequence[Person],
    reports: Sequence[Report],
) -> tuple[Receiver, ...]:
    """
    Return to whom this letter can go: people in its roles, who lives there, or circles; ``reports``
    are those of the case, with who made them.
    """
    roles = {each.key: each for each in agreement.person_roles}
    resident = roles[RESIDENT].category
    dwelling = (place.case.address, place.case.place)
    by_number: Mapping[int | None, Report] = {report.pk: report for report in reports}
    found = []
    for each in people:
        if not _is_for(letter, each):
            continue
        report = by_number.get(each.report_id)
        home = _home_of_complainant(report)
        if each.category == resident:
            # What was reported from the other side is of their own home.
            home = (report.address, report.place) if report else dwelling
        found.append(Receiver(str(each.pk), (each.name, *home), roles[each.role].label, each.pk))
    at_home = _living_there(agreement, letter)[:1]
    found += [Receiver(HOME, (AT_HOME, *dwelling), roles[key].label) for key in at_home]
    for key in letter.to:
        if key not in roles:
            found += _circles(place, key, agreement, reports)
    found += [
        Receiver(each.key, (each.label, *each.address), each.label)
        for each in agreement.addressees
        if each.key in letter.to
    ]
    if SOMEBODY in letter.to:
        found.append(Receiver(SOMEBODY, (WHO_IT_IS,), WHO_IT_IS))
    return tuple(found)


def written_to(asked: Mapping[str, Any]) -> Receiver:
    """
    Return somebody as the form of a letter says who they are; without an address by hand.

    :raises Invalid: if there is half an address, or one that they did not say is safe
    """
    given = [asked[key] for key in ADDRESS if asked.get(key)]
    if given and asked.get(SAFE) is not True:
        raise Invalid({SAFE: UNSAID})
    if given and len(given) < len(ADDRESS):
        raise Invalid({key: HALF for key in ADDRESS if not asked.get(key)})
    return Receiver(SOMEBODY, (asked[NAME], *given), WHO_IT_IS)


def _is_for(letter: Letter, person: Person) -> bool:
    return person.role in letter.to and bool(person.name)


def _living_there(agreement: Agreement, letter: Letter) -> list[str]:
    """Return the roles in which a letter is for whoever lives there, known by name or not."""
    kinds = {each.key: each.category for each in agreement.person_roles}
    return [key for key in letter.to if kinds.get(key) == kinds[RESIDENT]]


def _circles(
    place: Standing, to: str, agreement: Agreement, reports: Sequence[Report]
) -> Iterator[Receiver]:
    """Find who reported first, or who takes part in this role."""
    if to == REPORTING_PARTY:
        for report in reports[:1]:
            yield Receiver(to, (report.reporter.label, AT_WORK), WHO_REPORTED)
    for seat in place.seats:
        if seat.role == to and not seat.until:
            yield Receiver(
                seat.party.key, (seat.party.label, AT_WORK), agreement.labels["roles"][to]
            )


def _home_of_complainant(report: Report | None) -> tuple[str, ...]:
    """Return where who complained lives, as far as that was told."""
    if report is None or report.complainant_dwelling is None:
        return ()
    return (report.complainant_address, _place(report.complainant_dwelling))


def _place(home: Dwelling) -> str:
    return f"{home.postcode[:4]} {home.postcode[4:]} {home.town}"
