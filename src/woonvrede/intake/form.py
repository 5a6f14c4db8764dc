# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The form of a new report: its pages in order, the fixed ones and one for each question of the
agreement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..access.actor import Actor
from ..agreement.book import Agreement
from ..agreement.vocabulary import COMPLAINANT, RESIDENT
from .answers import asked_of, people_asked_of
from .register import landlords

YES, NO = "ja", "nee"
CHECK = "controleren"

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """For whom, under which agreement and on which day a report is filled in."""

    agreement: Agreement
    actor: Actor
    day: date
    answers: Answers


@dataclass(frozen=True)
class Page:
    """
    One page of the form: a fixed part, or questions of the agreement; ``about`` is the role of the
    person whom a fixed part is about.
    """

    key: str
    heading: str = ""
    questions: tuple[str, ...] = ()
    optional: bool = False
    about: str = ""


PEOPLE = (
    Page("bewoner", "Wie is de bewoner over wie u meldt?", optional=True, about=RESIDENT),
    Page("melder", "Wie heeft er last van?", optional=True, about=COMPLAINANT),
    Page("adres-melder", "Waar woont wie er last van heeft?", optional=True, about=COMPLAINANT),
)


def pages(form: Form) -> tuple[Page, ...]:
    """Return the pages that these answers ask for, what may be left out last."""
    asked = list(_questions(form))
    people = people_asked_of(form.agreement, form.answers, tenure=held(form)[0])
    return (
        Page("adres", "Om welke woning gaat het?"),
        Page("woning"),
        *([Page("verhuurder")] if _needs_landlord(form) else []),
        *(page for page in asked if not page.optional),
        *(page for page in PEOPLE if page.about in people),
        *(page for page in asked if page.optional),
    )


def held(form: Form) -> tuple[str, str]:
    """Return the tenure and the landlord that were chosen."""
    tenure, _, own = form.answers.get("tenure", "").partition(":")
    return tenure, own or form.answers.get("landlord", "")


def tenures_of(form: Form) -> tuple[tuple[str, str], ...]:
    """
    Return how a dwelling can be held; who lets dwellings itself finds its own first, so that a
    consultant says in one answer what else would take two.
    """
    circle = form.actor.party_key
    mine = [
        (f"{each.key}:{circle}", f"{form.actor.party_name} (uw organisatie)")
        for each in form.agreement.tenures
        if circle in landlords(form.agreement, each.key, form.day)
    ]
    others = [
        (each.key, f"{each.label} (een andere)" if mine and each.landlords else each.label)
        for each in form.agreement.tenures
    ]
    return (*mine, *others)


def landlords_of(form: Form) -> tuple[tuple[str, str], ...]:
    """Return the parties of which one can be the landlord; its own somebody chose a page before."""
    labels = form.agreement.labels["parties"]
    possible = landlords(form.agreement, held(form)[0], form.day)
    return tuple((key, labels[key]) for key in possible if key != form.actor.party_key)


def _needs_landlord(form: Form) -> bool:
    """Is it a dwelling of a corporation, and was none named yet?"""
    tenure, _, own = form.answers.get("tenure", "").partition(":")
    return not own and any(each.landlords for each in form.agreement.tenures if each.key == tenure)


def _questions(form: Form) -> Iterator[Page]:
    tenure, _ = held(form)
    for fact in asked_of(form.agreement, form.answers, tenure=tenure):
        yield Page(fact.key.replace("_", "-"), "", (fact.key,), not fact.required)
