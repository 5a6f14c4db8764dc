# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
How each word of the language is told to a reader: the term before it, and its value in Dutch.

A word without a line here is told by its own name, so that a reader never misses one;
``tests/agreement/test_told.py`` asks a line for every word.
"""

from ..book import (
    Carry,
    Deadline,
    Entry,
    Fact,
    Feedback,
    Grant,
    Indicator,
    Invitation,
    Move,
    Outcome,
    Parameter,
    Photos,
    Prompt,
    Register,
    Retention,
    Route,
    Stage,
    Triage,
)
from .conditions import EFFECTS, KINDS, ONLY, TERMS
from .counting import in_words
from .saying import (
    CATEGORIES,
    CONDITION,
    FACTS,
    FUNCTIONS,
    PARTIES,
    ROLES,
    SILENT,
    STAGES,
    TENURES,
    Say,
    Sayings,
    as_it_is,
    choice,
    labels,
    yes,
)
from .scope import Scope, amount
from .shared_sayings import SHARED

WITHIN: dict[type[Entry], Sayings] = {
    Triage: {
        "party": ("Wie meldingen beoordeelt", lambda scope, key: scope.judge(key)),
        "functions": ("Functies", FUNCTIONS),
        "help": ("Om te wegen", as_it_is),
    },
    Stage: {
        "final": ("Einde", yes("de casus is hier gesloten")),
        "aside": ("Zijspoor", yes("alleen te zien als een casus hier is")),
    },
    Move: {
        "origin": ("Van", STAGES),
        "to": ("Naar", lambda scope, key: scope.stage(key) if key else "blijft in deze fase"),
        "by": ("Door", ROLES),
        "needs": ("Kan alleen als", CONDITION),
        "requires": ("Moet ingevuld zijn", FACTS),
        "offers": ("Mag ingevuld worden", FACTS),
        "settles": ("Daarmee is vastgelegd", lambda scope, said: scope.said(said)),
        "records": ("Zet een regel in", lambda scope, key: scope.register(key) if key else ""),
        "effect": SILENT,
        "role": SILENT,
        "refers": ("Verwijst naar", labels("referral_targets")),
        "opens": ("Opent", lambda scope, key: scope.interventions((key,)) if key else ""),
    },
    Route: {
        "key": SILENT,
        "rank": ("Rang", as_it_is),
        "when": ("Als", CONDITION),
        "never_when": ("Nooit als", CONDITION),
        "hard": ("Sluit uit", yes("niemand kan dan voor deze aanpak kiezen")),
        "reason": SILENT,
    },
    Fact: {
        "kind": ("Soort", choice(KINDS)),
        "category": ("Valt onder", CATEGORIES),
        "help": ("Hulp bij invullen", as_it_is),
        "why": ("Waarom", as_it_is),
        "options": ("Keuzelijst", lambda scope, key: scope.options(key) if key else ""),
        "stages": ("Fasen", STAGES),
        "required": ("Verplicht", yes("ja")),
        "past": ("Datum", yes("niet in de toekomst")),
        "not_before": ("Niet vóór", lambda scope, key: scope.fact(key) if key else ""),
        "when": ("Gevraagd als", CONDITION),
        "never_when": ("Niet gevraagd als", CONDITION),
        "needs": ("Kan alleen als", CONDITION),
    },
    Register: {
        "category": ("Valt onder", CATEGORIES),
        "help": ("Hulp bij invullen", as_it_is),
        "why": ("Waarom", as_it_is),
        "stages": ("Fasen", STAGES),
        "needs": ("Een regel erbij kan alleen als", CONDITION),
        "columns": ("Kolommen", lambda _, facts: "; ".join(each.label for each in facts)),
    },
    Photos: {
        "category": ("Valt onder", CATEGORIES),
        "stages": ("Fasen", STAGES),
        "most": ("Hooguit", as_it_is),
        "help": ("Hulp", as_it_is),
        "why": ("Waarom", as_it_is),
    },
    Grant: {
        "role": SILENT,
        "see": ("Ziet", CATEGORIES),
        "write": ("Schrijft", CATEGORIES),
        "stages": ("Fasen", STAGES),
        "only": ("Beperkt tot", choice(ONLY)),
        "purpose": ("Doel", labels("purposes")),
        "ground": ("Grondslag", labels("grounds")),
    },
    Invitation: {
        "role": SILENT,
        "by": ("Door", ROLES),
        "stages": ("Fasen", STAGES),
        "when": ("Kan alleen als", CONDITION),
        "after_consent": ("Eerst nodig", yes("toestemming van iemand in de casus")),
    },
    Deadline: {
        "stages": ("Loopt in", STAGES),
        "when": ("Alleen als", CONDITION),
        "dated_by": ("Loopt vanaf", lambda scope, key: scope.fact(key) if key else ""),
        "length": ("Lengte", lambda scope, key: scope.length(key)),
        "kind": ("Soort", choice(TERMS)),
        "owner": ("Voor", ROLES),
        "met_by": ("Gehaald met", lambda scope, keys: scope.moves(keys)),
        "ended_by": ("Klaar zodra een hiervan is ingevuld", FACTS),
    },
    Outcome: {
        "when": ("Als", CONDITION),
        "unless_next": ("Niet als er dit na komt", lambda scope, keys: scope.next(keys)),
        "success": ("Telt als", lambda _, value: "succesvol" if value else "niet succesvol"),
    },
    Carry: {
        "to": SILENT,
        "asks": ("Wie wordt gevraagd", ROLES),
        "tells": ("In deze casus te zien bij", CATEGORIES),
        "tenures": ("Voor", TENURES),
        "facts": ("Gaat mee", lambda scope, facts: scope.facts(facts.values())),
        "persons": ("Mensen die meegaan", labels("person_roles")),
    },
    Feedback: {
        "by": ("Na", lambda scope, keys: scope.moves(keys)),
        "where": ("Als is vastgelegd", lambda scope, codes: scope.one_of(codes)),
    },
    Prompt: {
        "says": ("Wat er staat", as_it_is),
        "to": ("Voor", ROLES),
        "stages": ("In fase", STAGES),
        "any_of": ("Zodra is vastgelegd", lambda scope, codes: scope.one_of(codes)),
        "beside": ("Ook bij de lijst", lambda scope, keys: ", ".join(map(scope.register, keys))),
        "leads_to": ("Wijst naar de lijst", lambda scope, key: scope.register(key)),
    },
    Indicator: {
        "unit": SILENT,
        "counts": SILENT,
        "success": SILENT,
        "parts": SILENT,
        "dated_by": ("Telt op de dag", lambda scope, key: scope.fact(key) if key else ""),
        "reported_by": ("Opgave door", PARTIES),
        "reported_by_role": ("Opgave door", ROLES),
        "per_year": SILENT,
    },
    Retention: {
        "months": SILENT,
        "weeks": SILENT,
        "after": SILENT,
        "outcomes": ("Bij", lambda scope, keys: scope.outcomes(keys)),
        "followed_by": ("Als er dit na of naast komt", lambda scope, keys: scope.next(keys)),
        "when": ("Als", CONDITION),
        "categories": ("Alleen", CATEGORIES),
        "persons": ("Alleen van", labels("person_roles")),
    },
}

SAID = SHARED | WITHIN


def _effect(scope: Scope, move: Move) -> str:
    if move.effect is None:
        return ""
    said = EFFECTS.get(move.effect, f"{move.effect}: {{role}}")
    return said.format(role=scope.label("roles", move.role or ""))


def _otherwise(_: Scope, outcome: Outcome) -> str:
    return "" if outcome.when or outcome.unless_next else "in alle andere gevallen"


def _kept(scope: Scope, kept: Retention) -> str:
    lengths = ((kept.months, "months"), (kept.weeks, "weeks"))
    length = " en ".join(amount(*each) for each in lengths if each[0])
    start = f"de laatste regel in “{scope.register(kept.after)}”" if kept.after else "afsluiten"
    rest = "" if kept.outcomes or kept.followed_by or kept.when else ", in alle andere gevallen"
    return f"{length} na {start}{rest}" if length else "tot het afsluiten"


# What several words of an entry say together.
TOGETHER: dict[type[Entry], tuple[str, Say]] = {
    Move: ("Wat er dan gebeurt", _effect),
    Outcome: ("Anders", _otherwise),
    Indicator: ("Hoe er geteld wordt", lambda _, indicator: in_words(indicator)),
    Parameter: ("Waarde", lambda _, parameter: amount(parameter.value, parameter.unit)),
    Retention: ("Hoe lang", _kept),
}
