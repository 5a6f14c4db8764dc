# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The closed lists of the language in plain Dutch: conditions, effects, kinds, and what is counted.

``tests/agreement/test_told.py`` keeps each list as long as the language.
"""

from ..words.figures import Indicator

CONDITIONS = {
    "closed_within_three_months": "de casus is niet langer dan drie maanden gesloten",
    "contra_indication": "er is iets gemeld waardoor bemiddeling niet past",
    "corporation_dwelling": "de woning is van een woningcorporatie",
    "hand_over_waiting": "een verzoek om het vervolg te starten wacht op antwoord",
    "next_trajectory_fits_tenure": "wat er daarna komt, kan bij deze woning",
    "no_eviction": "er volgt geen huisuitzetting",
    "no_last_chance_needed": "een laatste kans is niet nodig",
    "permission_waiting": "de toestemming is gevraagd en nog niet beantwoord",
    "permission_where_needed": "de corporatie gaf toestemming, als het haar woning is",
}

# {role} is the part that the effect is about.
EFFECTS = {
    "ask_permission": "Wie verhuurt, krijgt de vraag om toestemming en doet mee als: {role}.",
    "remind_permission": "Wie toestemming moet geven, krijgt een herinnering.",
    "grant_permission": "De toestemming is gegeven.",
    "refuse_permission": "De toestemming is geweigerd, met de reden.",
    "assign": "Eén collega krijgt deze rol, in plaats van wie haar had: {role}.",
    "give_order": "Deze partij krijgt de opdracht en doet vanaf nu mee: {role}.",
    "close": "De casus gaat dicht, de afloop wordt berekend en een vervolg wordt gevraagd.",
    "reopen": "De casus gaat weer open en de afloop vervalt.",
    "accept_hand_over": "Er begint een nieuwe casus, met alleen wat mee mag.",
    "decline_hand_over": "Er begint geen nieuwe casus; de reden wordt bewaard.",
}

KINDS = {
    "text": "tekst",
    "choice": "keuze uit een lijst",
    "date": "datum",
    "money": "bedrag",
    "number": "aantal",
    "yes_no": "ja of nee",
    "party": "organisatie",
    "person": "persoon in de casus",
}

ONLY = {
    "own": "alleen wat de eigen organisatie inbracht",
    "recipient": "alleen wat aan de eigen organisatie is gericht",
}

# After what is counted: which of them, and on which day.
COUNTED = {
    "route_decided": " waarvoor deze aanpak is gekozen, op de dag van binnenkomst",
    "manager_assigned": ", op de dag dat voor het eerst iemand de casus kreeg toegewezen",
    "permission_granted": ", op de dag dat de corporatie toestemming gaf",
    "order_given": ", op de dag van de opdracht",
    "case_closed": ", op de dag van afsluiten",
}
UNIT = {"report": "meldingen", "case": "casussen", "order": "opdrachten"}
ENDED = {True: " die succesvol eindigden", False: " die niet succesvol eindigden", None: ""}
REOPENED = "Wordt de casus heropend, dan telt die niet meer mee."
FROM_WHAT_FOLLOWED = "Of een casus succesvol is, volgt uit wat er daarna kwam."
PARTS = {
    "reporting_party": "Uitgesplitst naar de organisatie die meldde.",
    "next_trajectory": "Uitgesplitst naar wat er daarna kwam.",
}


def rule(indicator: Indicator, dated_by: str = "") -> str:
    """Return how an indicator counts, in sentences; ``dated_by`` is the question with its day."""
    counted = UNIT.get(indicator.unit, indicator.unit) + ENDED[indicator.success]
    said = [
        f"Geteld worden {counted}{COUNTED.get(indicator.counts, f': {indicator.counts}')}.",
        f"Die dag is het antwoord op “{dated_by}”." if dated_by else "",
        REOPENED if indicator.counts == "case_closed" else "",
        FROM_WHAT_FOLLOWED if indicator.success is not None else "",
        PARTS.get(indicator.parts, indicator.parts),
        "Dit telt vanaf 1 januari." if indicator.per_year else "",
    ]
    return " ".join(filter(None, said))
