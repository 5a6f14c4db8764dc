# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""To whom a letter can go, and at which address."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...access.refusals import Refused
from ...access.rights import Standing
from ...agreement.book import Agreement, Letter
from ...agreement.vocabulary import REPORTING_PARTY, RESIDENT
from ...agreement.words.letters import ADDRESS, NAME, SOMEBODY
from ...records.dwelling import Dwelling
from ...records.person import Person
from ...records.report import Report

HOME = "home"  # who is at the address; a person goes by number, a circle by its key
AT_HOME, WHO_REPORTED, WHO_IT_IS = "De bewoner", "Wie meldde", "De persoon zelf"
AT_WORK = "t.a.v. de contactpersoon"


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


def receivers(
    place: Standing, letter: Letter, agreement: Agreement, people: Sequence[Person]
) -> tuple[Receiver, ...]:
    """
    Return to whom this letter can go: people in its roles, who lives there, or circles.

    :raises Refused: if nobody is there yet
    """
    roles = {each.key: each for each in agreement.person_roles}
    resident = roles[RESIDENT].category
    dwelling = (place.case.address, place.case.place)
    there = [each for each in people if each.role in letter.to and each.name]
    reports = _reports(there)
    found = []
    for each in there:
        home = _home_of_complainant(reports.get(each.report_id))
        if each.category == resident:
            # What was reported from the other side is of their own home.
            report = reports.get(each.report_id)
            home = (report.address, report.place) if report else dwelling
        found.append(Receiver(str(each.pk), (each.name, *home), roles[each.role].label, each.pk))
    at_home = [key for key in letter.to if key in roles and roles[key].category == resident]
    found += [Receiver(HOME, (AT_HOME, *dwelling), roles[key].label) for key in at_home[:1]]
    for key in letter.to:
        if key not in roles:
            found += _circles(place, key, agreement)
    found += [
        Receiver(each.key, (each.label, *each.address), each.label)
        for each in agreement.addressees
        if each.key in letter.to
    ]
    if SOMEBODY in letter.to:
        found.append(Receiver(SOMEBODY, (WHO_IT_IS,), WHO_IT_IS))
    if not found:
        named = to_whom(letter, agreement)
        raise Refused(f"Er is in deze casus nog niemand als: {named}. Voeg die eerst toe.")
    return tuple(found)


def to_whom(letter: Letter, agreement: Agreement) -> str:
    """Say to whom a letter goes."""
    words = ("person_roles", "roles", "addressees")
    named = {key: label for word in words for key, label in agreement.labels[word].items()}
    named |= {REPORTING_PARTY: WHO_REPORTED, SOMEBODY: WHO_IT_IS}
    return " of ".join(named[key] for key in letter.to)


def written_to(asked: Mapping[str, Any]) -> Receiver:
    """Return somebody as the form of a letter says who they are; without an address by hand."""
    lines = [asked[NAME], *(asked[key] for key in ADDRESS if asked.get(key))]
    return Receiver(SOMEBODY, tuple(lines), WHO_IT_IS)


def _circles(place: Standing, to: str, agreement: Agreement) -> Iterator[Receiver]:
    """Find who reported, or who takes part in this role."""
    if to == REPORTING_PARTY:
        report = Report.objects.filter(case=place.case).select_related("reporter").first()
        if report:
            yield Receiver(to, (report.reporter.label, AT_WORK), WHO_REPORTED)
    for seat in place.seats:
        if seat.role == to and not seat.until:
            yield Receiver(
                seat.party.key, (seat.party.label, AT_WORK), agreement.labels["roles"][to]
            )


def _reports(people: Iterable[Person]) -> dict[int | None, Report]:
    """Return the reports in which these people stand."""
    numbers = [each.report_id for each in people if each.report_id]
    reports = Report.objects.filter(pk__in=numbers).select_related("complainant_dwelling")
    return {report.pk: report for report in reports}


def _home_of_complainant(report: Report | None) -> tuple[str, ...]:
    """Return where who complained lives, as far as that was told."""
    if report is None or report.complainant_dwelling is None:
        return ()
    return (report.complainant_address, _place(report.complainant_dwelling))


def _place(home: Dwelling) -> str:
    return f"{home.postcode[:4]} {home.postcode[4:]} {home.town}"
