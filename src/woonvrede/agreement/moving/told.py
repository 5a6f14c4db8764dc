# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a later version changes for a running case, and why one stays: in its labels, in Dutch."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import groupby

from ..book import Agreement, Keyed
from ..told.matrix import SHORT
from .hindrances import Hindrance, Why
from .reach import Place, Reach

# Of each reason its words, and of what the name in it is one.
BECAUSE: dict[Why, tuple[str, str]] = {
    "no_intervention": ("de aanpak {} is er niet", "interventions"),
    "no_stage": ("de fase {} is er niet", "stages"),
    "at_the_end": ("de fase {} is een eindfase, en alleen een stap sluit een casus", "stages"),
    "ahead": ("in de fase {} komt een casus alleen door een stap", "stages"),
    "other_purpose": ("daar is er een ander doel: {}", "purposes"),
    "other_tenure": ("daar is dit niet voor deze huur of koop: {}", "tenures"),
    "no_lead": ("niemand die meedoet is {}, en die heeft daar de regie", "roles"),
    "several_leads": ("meer dan één partij is {}, en die heeft daar de regie", "roles"),
    "no_role": ("de rol {} is er niet", "roles"),
    "not_a_party": ("deze partij kan deze rol niet meer hebben: {}", "roles"),
    "no_consent": ("{} doet mee zonder de toestemming die daar nodig is", "roles"),
    "other_fact": ("het gegeven {} is er niet, of is iets anders", "facts"),
    "other_register": ("de lijst {} is er niet, of is iets anders", "registers"),
    "other_person_role": (
        "mensen als {} zijn er niet, of vallen onder een andere soort gegevens",
        "person_roles",
    ),
    "no_category": ("de soort gegevens {} is er niet", "categories"),
    "unseen": ("niemand die meedoet zou er in de fase {} nog van weten", "stages"),
}
VERBS = {
    "see": ("zien", "categories"),
    "write": ("schrijven", "categories"),
    "move": ("de stap", "moves"),
    "invite": ("uitnodigen", "roles"),
}
OF_AN_INTERVENTION = ("stages", "moves", "facts", "registers")


@dataclass(frozen=True)
class Seen:
    """A version as it is seen from one stage of one of its interventions."""

    agreement: Agreement
    place: Place

    def label(self, word: str, key: str) -> str:
        """Return what a key is called here; nothing if it is not here."""
        if word == "interventions":
            found = self.agreement.interventions.get(key)
            return found.label if found else ""
        if word in OF_AN_INTERVENTION:
            within = self.agreement.interventions.get(self.place[0])
            entries: Iterable[Keyed] = getattr(within, word, ())
            return next((each.label for each in entries if each.key == key), "")
        return self.agreement.labels[word].get(key, "")

    @property
    def words(self) -> str:
        """Return what the intervention and the stage are called."""
        intervention, stage = self.place
        return f"{self.label('interventions', intervention)}, fase {self.label('stages', stage)}"


def because(hindrances: Iterable[Hindrance], was: Seen, now: Seen) -> str:
    """Return why a case stays; nothing if nothing hinders it."""
    return "; ".join(_reason(each, was, now) for each in hindrances)


def changes(reaches: Iterable[Reach], seen: Seen, written: Set[str]) -> str:
    """
    Return what one function of a role may, as one version calls it; what may be seen has a ``*``
    where something of that category was ``written``.
    """
    return "; ".join(
        f"{VERBS[verb][0]} {', '.join(_things(found, seen, written))}"
        for verb, found in groupby(reaches, key=lambda each: each.verb)
    )


def _things(reaches: Iterable[Reach], seen: Seen, written: Set[str]) -> Iterator[str]:
    for each in reaches:
        label = seen.label(VERBS[each.verb][1], each.thing) or each.thing
        star = "*" if each.verb == "see" and each.thing in written else ""
        yield f"“{label}”{star}{SHORT[each.only]}"


def _reason(hindrance: Hindrance, was: Seen, now: Seen) -> str:
    words, of = BECAUSE[hindrance.why]
    key, _, party = hindrance.name.partition(": ")
    name = now.label(of, key) or was.label(of, key) or key
    if party:
        name = f"{name}: {now.label('circles', party) or was.label('circles', party) or party}"
    return words.format(f"“{name}”")
