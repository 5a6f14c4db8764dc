# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Referring somebody outside the agreement (§3.6): what may go along, and what of it was chosen.

Nothing is sent by the program: who refers reads a text with only that, and hands it over.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from ..access.refusals import Invalid, Refused
from ..agreement.book import Agreement, ReferralTarget
from ..agreement.values import Wrong, read_day, show
from ..agreement.vocabulary import DWELLING
from ..records.person import Person
from .story.happenings import ReferredOutside

SEND, BY, ON = "send_", "consent_by", "consent_on"
YES = "ja"
Sees = Callable[[str], bool]


def sendable(agreement: Agreement, target: ReferralTarget, sees: Sees) -> dict[str, str]:
    """Return what of a case or report may go along, of what its reader sees: key and label."""
    answers = {each.key: each.label for each in agreement.questions}
    people = {role.key: role for role in agreement.person_roles}
    found = {}
    for key in target.sends:
        if key == DWELLING and sees(DWELLING):
            found[key] = "Adres van de woning"
        elif key in people and sees(people[key].category):
            found[key] = f"Naam en bereikbaarheid: {people[key].label}"
        elif key in answers and sees("report"):
            found[key] = f"Antwoord op: {answers[key]}"
    return found


def referral(
    agreement: Agreement,
    target: ReferralTarget,
    given: Mapping[str, str],
    *,
    sees: Sees,
    people: Sequence[Person],
    day: date,
) -> ReferredOutside:
    """
    Return what happens when somebody refers with what a form gave; ``people`` are those in sight.

    :raises Refused: if something was chosen that may not go along, or is not in sight
    :raises Invalid: if nothing was chosen where something may, or nobody agreed where that is asked
    """
    offered = sendable(agreement, target, sees)
    chosen = [key.removeprefix(SEND) for key in given if key.startswith(SEND) and given[key]]
    if not set(chosen) <= offered.keys():
        raise Refused(f"Dit mag u niet doorgeven aan {target.label} ({target.source}).")
    kinds = tuple(key for key in target.sends if key in chosen)
    able = able_to_agree(target, people)
    faults = _unagreed(given, able, day) if target.consent else {}
    if offered and not chosen:
        faults = {f"{SEND}{next(iter(offered))}": "Kies wat u doorgeeft.", **faults}
    if faults:
        raise Invalid(faults)
    return ReferredOutside(
        to=target.label,
        sent=_sent([offered[key] for key in kinds]),
        agreed=_agreed(agreement, given, able) if target.consent else "",
        target=target.key,
        kinds=kinds,
        people=_meant(target, given, [each for each in people if each.role in kinds]),
    )


def _meant(
    target: ReferralTarget, given: Mapping[str, str], people: Iterable[Person]
) -> tuple[int, ...]:
    """Return about whom something goes along: where one agreed, of that one alone."""
    agreed = given.get(BY, "")
    return tuple(each.pk for each in people if not target.consent or str(each.pk) == agreed)


def able_to_agree(target: ReferralTarget, people: Iterable[Person]) -> list[Person]:
    """Return who can agree: those about whom something may go along."""
    return [each for each in people if each.role in target.sends]


def handed(
    agreement: Agreement,
    kinds: Iterable[str],
    *,
    address: str,
    people: Sequence[Person],
    answers: Sequence[Mapping[str, object]],
) -> tuple[tuple[str, str], ...]:
    """Return the lines of the text to hand over: of what was chosen what is there, and no more."""
    roles = agreement.labels["person_roles"]
    questions = {each.key: each for each in agreement.questions}
    lines = []
    for key in kinds:
        if key == DWELLING:
            lines.append(("Adres", address))
        elif key in roles:
            lines += [(roles[key], _reach(each)) for each in people if each.role == key]
        else:
            asked = questions[key]
            said = [show(asked, a[key], agreement) for a in answers if key in a]  # type: ignore[arg-type]
            lines += [(asked.label, value) for value in dict.fromkeys(said)]
    return tuple(lines)


def _sent(labels: Sequence[str]) -> str:
    return f"Doorgegeven: {'; '.join(labels)}." if labels else "Er is niets doorgegeven."


def _unagreed(given: Mapping[str, str], people: Sequence[Person], day: date) -> dict[str, str]:
    """Say what is wrong with who agreed, and when."""
    faults = {}
    if not any(str(each.pk) == given.get(BY, "") for each in people):
        faults[BY] = "Kies wie instemt. Zonder instemming kan het niet."
    try:
        if read_day(given.get(ON, "")) > day:
            faults[ON] = "Deze datum ligt in de toekomst."
    except Wrong as wrong:
        faults[ON] = str(wrong)
    return faults


def _agreed(agreement: Agreement, given: Mapping[str, str], people: Sequence[Person]) -> str:
    """Say who agreed, by what they are in the case and not by name, and when."""
    role = next(each.role for each in people if str(each.pk) == given[BY])
    on = read_day(given[ON])
    named = agreement.labels["person_roles"][role]
    return f" Instemming van: {named}, op {on.day}-{on.month}-{on.year}."


def _reach(person: Person) -> str:
    """Name somebody, and how they may safely be reached: nothing that may not be used."""
    ways = [person.phone] if person.may_phone and person.phone else []
    ways += [person.email] if person.may_email and person.email else []
    return ", ".join([person.name, *ways])
