# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a form of the register gives, read into what is kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ...access.refusals import Invalid
from ...agreement.values import Wrong, read_day
from ..people.reach import NO_PHONE, is_phone
from .homes import AREA, area_match, phone_match, street_match
from .keeper import Keeper

LONGEST_STREET, MOST_HOURS = 120, 80
HOURS = re.compile(r"[1-9][0-9]?")
AHEAD = timedelta(days=20 * 366)
STATES = {"active": "Doet mee", "paused": "Doet nu even niet mee"}


@dataclass(frozen=True)
class Typed:
    """A volunteer as typed.  Street, postcode and telephone number are for comparing alone."""

    skills: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    training: str = ""
    trained_until: str = ""
    availability: tuple[str, ...] = ()
    hours: str = ""
    state: str = ""
    street: str = ""
    area: str = ""
    phone: str = ""


def columns_of(typed: Typed, keeper: Keeper, *, of: int, day: date, known: bool) -> dict[str, Any]:
    """
    Return what is kept of what was typed of an account.  Of somebody who is ``known`` already the
    home and the telephone number stay as they are when nothing was typed there.

    :raises Invalid: with a sentence for each field that cannot be kept
    """
    errors = {**_chosen_wrongly(typed, keeper), **_wrong_home(typed, known=known)}
    try:
        until = _until(typed.trained_until, day)
    except Wrong as wrong:
        errors["trained_until"] = str(wrong)
    if not HOURS.fullmatch(typed.hours.strip()) or int(typed.hours) > MOST_HOURS:
        errors["hours"] = f"Vul een heel getal in, van 1 tot en met {MOST_HOURS}."
    if typed.phone.strip() and not is_phone(typed.phone):
        errors["phone"] = NO_PHONE
    if errors:
        raise Invalid(errors)
    return {
        "skills": _in_order(typed.skills, keeper.codes("skills")),
        "languages": _in_order(typed.languages, keeper.codes("languages")),
        "training": typed.training,
        "trained_until": until,
        "availability": _in_order(typed.availability, keeper.codes("availability")),
        "hours": int(typed.hours),
        "paused": typed.state == "paused",
        **_matches(typed, of),
    }


def _chosen_wrongly(typed: Typed, keeper: Keeper) -> dict[str, str]:
    errors = {}
    for word, none in (("languages", "taal"), ("availability", "dagdeel"), ("skills", "")):
        chosen = set(getattr(typed, word))
        if not chosen <= keeper.codes(word).keys():
            errors[word] = "Kies uit de lijst."
        elif none and not chosen:
            errors[word] = f"Kies minstens één {none}."
    if typed.training not in keeper.codes("trainings"):
        errors["training"] = "Kies een opleiding."
    if typed.state not in STATES:
        errors["state"] = "Kies of deze vrijwilliger meedoet."
    return errors


def _wrong_home(typed: Typed, *, known: bool) -> dict[str, str]:
    street, area = typed.street.strip(), typed.area.strip()
    if known and not street and not area:
        return {}
    errors = {}
    if not any(each.isalpha() for each in street):
        errors["street"] = "Vul de straat in waar deze vrijwilliger woont, zonder huisnummer."
    elif len(street) > LONGEST_STREET:
        errors["street"] = "Dit is te lang. Maak het korter."
    if not AREA.fullmatch(area):
        errors["area"] = "Vul de vier cijfers van de postcode in, zoals 3511."
    return errors


def _until(said: str, day: date) -> date:
    until = read_day(said)
    if abs(until - day) > AHEAD:
        raise Wrong("Deze datum ligt te ver weg. Klopt het jaartal?")
    return until


def _in_order(chosen: Iterable[str], codes: Mapping[str, str]) -> list[str]:
    wanted = set(chosen)
    return [code for code in codes if code in wanted]


def _matches(typed: Typed, of: int) -> dict[str, str]:
    found = {}
    if typed.street.strip():
        found["street_match"] = street_match(typed.street, of=of)
        found["area_match"] = area_match(typed.area, of=of)
    if typed.phone.strip():
        found["phone_match"] = phone_match(typed.phone, of=of)
    return found
