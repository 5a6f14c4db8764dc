# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A register of volunteers is of the circle that leads, and asks in the words of its cases."""

from collections.abc import Iterator

from ..book import Agreement, CodeList, Fact, Intervention, Move, Volunteers
from ..fault import Fault
from ..places import places

PAIRING = "assign_pair"


def volunteers(agreement: Agreement) -> Iterator[Fault]:
    """
    Find registers of volunteers that another keeps than who leads, that tell the volunteers why
    they were chosen, or ask in words that the case does not use; and pairs without a register.
    """
    for place in places(agreement):
        entry, within = place.of, place.within
        if within is None:
            continue
        if isinstance(entry, Volunteers):
            for problem, remedy in _faults(entry, within, agreement):
                yield place.fault("unfit_volunteers", problem, remedy)
        elif isinstance(entry, Move) and entry.effect == PAIRING and _has_none(entry, within):
            yield place.fault(
                "unfit_volunteers",
                f"Van “{entry.role}” is hier geen register van vrijwilligers.",
                "Voeg “volunteers” toe met deze rol, of laat de stap één collega aanwijzen.",
            )


def _faults(
    entry: Volunteers, within: Intervention, agreement: Agreement
) -> Iterator[tuple[str, str]]:
    roles = {role.key: role for role in agreement.roles}
    role, lead = roles.get(entry.role), roles.get(within.lead)
    if role and lead:
        if not role.personal or set(role.parties) != set(lead.parties):
            yield (
                f"“{entry.role}” is geen persoonlijke rol bij wie de regie heeft.",
                "Noem een persoonlijke rol van dezelfde partij.",
            )
        if not set(entry.kept_by) <= set(lead.functions):
            yield (
                "Het register wordt bijgehouden in een functie die de regie niet heeft.",
                f"Noem bij “kept_by” functies van “{within.lead}”.",
            )
    if entry.reasons in _seen(within, entry.role) or entry.reasons not in _seen(
        within, within.lead
    ):
        yield (
            f"“{entry.reasons}” moet wie de regie heeft wel zien, en een vrijwilliger niet.",
            "Noem bij “reasons” een andere soort gegevens, of pas de rechten aan.",
        )
    if strange := sorted(_strange(entry, within, agreement)):
        yield (
            f"Casus en register kiezen niet uit dezelfde lijst: {', '.join(strange)}.",
            "Gebruik dezelfde keuzelijst, en bij “fits” alleen keuzes daaruit.",
        )


def _has_none(move: Move, within: Intervention) -> bool:
    return within.volunteers is None or within.volunteers.role != move.role


def _seen(within: Intervention, role: str) -> set[str]:
    return {category for each in within.grants if each.role == role for category in each.see}


def _strange(entry: Volunteers, within: Intervention, agreement: Agreement) -> Iterator[str]:
    """Return the words of which the answers in a case are none of the register's."""
    facts = {fact.key: fact for fact in within.facts}
    for word, listed in (("language", entry.languages), ("when", entry.availability)):
        if _list_of(facts.get(getattr(entry, word))) != listed:
            yield word
    about = _codes(agreement.codes, _list_of(facts.get(entry.about)))
    skills = _codes(agreement.codes, entry.skills)
    fitting = {skill for each in entry.fits.values() for skill in each}
    if not (about.issuperset(entry.fits) and fitting <= skills):
        yield "fits"


def _list_of(fact: Fact | None) -> str:
    return fact.options if fact else ""


def _codes(lists: tuple[CodeList, ...], key: str) -> set[str]:
    return {code for each in lists if each.key == key for code in each.codes}
