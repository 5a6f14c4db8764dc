# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
Conditions that the agreement names and Python judges.

Each guard carries the sentence that the reader sees when it stops them.  A condition may also be
the key of a yes/no fact or question: it holds when that was answered with yes.
"""

from collections.abc import Iterable

from django.utils.timezone import localdate

from ...access.refusals import Refused
from ...agreement.vocabulary import NEXT, RUNNING
from ..terms.lengths import last_day
from . import mediating, requests
from .conditions import GUARDS, guard
from .situation import Situation

guard(requests.what_lacks)(requests.request_explained)


def holds(name: str, situation: Situation) -> bool:
    """Judge one condition: a guard, or a yes/no fact that was answered with yes."""
    if name in GUARDS:
        return GUARDS[name].holds(situation)
    return situation.values.get(name) is True


def meet(names: Iterable[str], situation: Situation, source: str) -> None:
    """
    Go on only when every condition holds.

    :raises Refused: with the sentence of the first that does not, and the section
    """
    for name in names:
        if not holds(name, situation):
            raise Refused(f"{sentence(name, situation)} ({source})")


def sentence(name: str, situation: Situation) -> str:
    """Return why a condition that does not hold stops a step."""
    if name in GUARDS:
        return GUARDS[name].sentence(situation)
    label = next((f.label for f in situation.intervention.facts if f.key == name), name)
    return f"Eerst moet “{label}” met ja beantwoord zijn."


@guard("Dit kan alleen bij een woning van een partij die meedoet.")
def corporation_dwelling(situation: Situation) -> bool:
    """Is this a corporation's dwelling?"""
    return situation.of_a_corporation


@guard(
    "Wie meldde, doet dat alleen in overleg: de bewoner moet het eens zijn met de aanmelding. "
    "Vul ook in op welke dag dat is besproken."
)
def agreed_where_referred(situation: Situation) -> bool:
    """
    Does the resident agree, and since which day, where a party reported that does so in
    consultation alone (§3.1)?
    """
    assert situation.case is not None
    bound = {
        each.party
        for each in situation.agreement.reporters
        if situation.case.intervention in each.in_consultation
    }
    agreed = situation.values.get("referral_agreed") is True
    known = agreed and situation.values.get("referral_agreed_on") is not None
    return known or not bound & situation.reporters


@guard("Er is iets waardoor bemiddeling niet past.")
def contra_indication(situation: Situation) -> bool:
    """Was a contra-indication for mediation reported?"""
    return situation.values.get("contra_indications") is True


@guard("Er is nog geen toestemming gegeven.")
def permission_where_needed(situation: Situation) -> bool:
    """Did the corporation agree, where the dwelling is a corporation's?"""
    if not situation.of_a_corporation:
        return True
    return situation.permission is not None and situation.permission.answer == "granted"


@guard("Er is geen open vraag om toestemming.")
def permission_waiting(situation: Situation) -> bool:
    """Was permission asked and not yet answered?"""
    return situation.permission is not None and situation.permission.answer == ""


@guard("Het gekozen vervolgtraject kan niet bij deze woning.")
def next_trajectory_fits_tenure(situation: Situation) -> bool:
    """Does the next trajectory, when it is an intervention, hold for this tenure?"""
    to = situation.agreement.interventions.get(str(situation.values.get(NEXT)))
    return to is None or situation.tenure in to.tenures


@guard("De casus is te lang geleden gesloten. Maak een nieuwe melding.")
def closed_recently(situation: Situation) -> bool:
    """Was the case closed no longer ago than the agreement's ``reopen_months``?"""
    closed = situation.case and situation.case.closed_at
    length = situation.agreement.parameter("reopen_months")
    return bool(closed and localdate(situation.at) <= last_day(localdate(closed), length))


@guard("Er is geen open verzoek om een vervolgtraject te starten.")
def hand_over_waiting(situation: Situation) -> bool:
    """Does a request to open the next trajectory wait for its answer?"""
    return situation.hand_over is not None and situation.hand_over.answer == ""


@guard("De andere buur doet niet mee, of heeft nog niet geantwoord.")
def neighbour_takes_part(situation: Situation) -> bool:
    """Does the other neighbour want to talk, if only through the mediators (§3.1)?"""
    return situation.values.get("answer_b") in ("talk", "through_mediators")


@guard(mediating.TRIED_TOO_LITTLE)
def tried_enough(situation: Situation) -> bool:
    """Was contact sought as often as parties agreed, at last without any answer (§3.1)?"""
    return mediating.asked_enough(situation)


@guard(mediating.said_enough)
def may_try_again(situation: Situation) -> bool:
    """May contact be sought once more (§3.1)?"""
    return not mediating.asked_enough(situation)


@guard("De andere buur gaf antwoord, of is nog niets gevraagd.")
def never_answered(situation: Situation) -> bool:
    """Was the other neighbour asked, and never answered in whatever way (§3.1)?"""
    return mediating.never_answered(situation)


@guard(mediating.when_to_call)
def aftercare_in_time(situation: Situation) -> bool:
    """Is the day of aftercare known, and as long after the mediation as parties agreed (§3.1)?"""
    return not mediating.when_to_call(situation)


@guard("Niet beide buren vinden dat het is opgelost.")
def solved_say_neighbours(situation: Situation) -> bool:
    """Does each neighbour say that it is solved (§5)?"""
    judged = (situation.values.get(key) for key in ("judgement_a", "judgement_b"))
    return all(judgement == "solved" for judgement in judged)


@guard("Er loopt al een andere aanpak, of dat is nog niet ingevuld.")
def no_running_case(situation: Situation) -> bool:
    """Was it answered that no other approach runs, and does none beside this one (§3.2)?"""
    return situation.values.get(RUNNING) is False and not situation.beside


@guard("Dit kan alleen als niemand om de maatregel vroeg.")
def on_own_initiative(situation: Situation) -> bool:
    """Was it answered that nobody asked for the measure (§3.2)?"""
    return situation.values.get("on_request") is False


@guard("De maatregel is geen gebiedsverbod.")
def area_ban(situation: Situation) -> bool:
    """Is the measure an area ban (Gemeentewet art. 172a)?"""
    return situation.values.get("measure_kind") == "area_ban"


@guard("De situatie is rood.")
def not_red(situation: Situation) -> bool:
    """Is it not recorded as acute danger, the red of housing hygiene (§3.5)?"""
    return situation.values.get("hygiene_class") != "red"


@guard("Is de situatie groen, dan blijft de casus bij het buurtteam.")
def not_green(situation: Situation) -> bool:
    """Is it not recorded as light, the green of housing hygiene (§3.5)?"""
    return situation.values.get("hygiene_class") != "green"


@guard("De situatie is niet rood.")
def red(situation: Situation) -> bool:
    """Is it recorded as acute danger, the red of housing hygiene (§3.5)?"""
    return not not_red(situation)


@guard("De datum van de huisuitzetting is nog niet bekend.")
def eviction_date_known(situation: Situation) -> bool:
    """Is it known when the eviction is (Wgs art. 4)?"""
    values = situation.values
    return bool(values.get("eviction_on")) or values.get("eviction_stage") == "date_known"


@guard("De datum van de huisuitzetting is al bekend.")
def no_eviction_date(situation: Situation) -> bool:
    """Is it not known when the eviction is (Wgs art. 4)?"""
    return not eviction_date_known(situation)
