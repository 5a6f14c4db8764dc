# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's world: the cast, and a case in every stage, relative to today."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ...access.accounts import anybody_is_there, fictional_are_there
from ...access.refusals import Refused
from ...casework.people.newcomer import NewPerson
from ...intake.address import Address
from . import cast, story
from .story import PATTERN, Story, Words

YEAR_BEFORE = timedelta(days=400)


@dataclass(frozen=True)
class Scene:
    """One case of the demo: how many days ago it began, how far it came, and what was typed."""

    title: str
    days: int
    tell: Callable[[Story], Story]
    words: Words


def make_world(at: datetime) -> Iterator[tuple[str, int, int]]:
    """
    Make the world by the real verbs, telling after each scene what is done of how many.

    A world that is there already stays as it is.

    :raises Refused: if one was begun and never finished
    """
    if fictional_are_there():
        return
    if anybody_is_there():
        raise Refused("Hier zijn al mensen of een halve demo. Begin met make demo-reset.")
    cast.make_cast(at - YEAR_BEFORE)
    for done, scene in enumerate(SCENES, 1):
        scene.tell(Story(at - timedelta(days=scene.days), scene.words))
        yield scene.title, done, len(SCENES)
    cast.offer_cast()


def _at(street: str, number: str, district: str, postcode: str) -> Address:
    return Address(postcode, number, street, "Utrecht", district)


def _words(address: Address, resident: str, **more: object) -> Words:
    person = NewPerson("alleged_causer", resident, phone="030-0000001", may_phone=True)
    return replace(Words(address=address, resident=person), **more)  # type: ignore[arg-type]


def _last_chance_ordered(told: Story) -> Story:
    story.considered(told)
    given = {"order_number": "DEMO-1", "order_date": told.at.date().isoformat()}
    told.step("landlord", "give_order", **given)
    return told


LIGHT = {**PATTERN, "structural": "nee", "serious_harm": "nee", "both_willing": "ja"}
HOARDING = {**PATTERN, "kind_of_problem": "hoarding", "pollution": "ja", "pollution_serious": "ja"}

SCENES = (
    Scene(
        "afgesloten en succesvol",
        210,
        lambda told: story.closed(told, "none"),
        _words(_at("Beukenhof", "44", "zuid", "3523 ZZ"), "Gijs Verzonnen"),
    ),
    Scene(
        "laatste kans, opdracht gegeven",
        70,
        _last_chance_ordered,
        _words(_at("Eikenpad", "8", "overvecht", "3562 ZZ"), "Ans Fictief"),
    ),
    Scene(
        "afgesloten, wacht op de corporatie",
        30,
        story.closed,
        _words(_at("Iepenlaan", "3-A", "overvecht", "3563 ZZ"), "Joop Bedacht"),
    ),
    Scene(
        "uitvoering",
        16,
        story.execution,
        _words(_at("Lindeplein", "112", "overvecht", "3561 ZZ"), "Loes Nepnaam"),
    ),
    Scene(
        "plan",
        12,
        story.plan,
        _words(_at("Kastanjestraat", "17", "noordwest", "3555 ZZ"), "Piet Fantasie"),
    ),
    Scene(
        "koopwoning, in behandeling",
        12,
        story.taken_up,
        _words(
            _at("Wilgenkade", "5", "west", "3531 ZZ"),
            "Rita Bestaatniet",
            reporter="police",
            tenure="owner_occupied",
            landlord="",
        ),
    ),
    Scene(
        "wacht op toestemming",
        9,
        story.awaiting_permission,
        _words(_at("Populierdreef", "230", "overvecht", "3564 ZZ"), "Kees Verzinsel"),
    ),
    Scene(
        "screening",
        3,
        story.screening,
        _words(_at("Acaciahof", "21", "oost", "3581 ZZ"), "Tess Onecht"),
    ),
    Scene(
        "nieuwe melding",
        2,
        story.reported,
        _words(_at("Populierdreef", "230", "overvecht", "3564 ZZ"), "Kees Verzinsel"),
    ),
    Scene(
        "nieuwe melding, lichte overlast",
        2,
        story.reported,
        _words(_at("Elzenweg", "9", "zuidwest", "3526 ZZ"), "Bo Voorbeeld", answers=LIGHT),
    ),
    Scene(
        "nieuwe melding, vervuiling",
        2,
        story.reported,
        _words(_at("Berkenhof", "61", "noordoost", "3572 ZZ"), "Sara Schijn", answers=HOARDING),
    ),
)
