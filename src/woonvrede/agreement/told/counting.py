# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an indicator counts, in words: every page and file says the same."""

from collections.abc import Iterator

from ..book import Indicator

HAPPENED = {
    "route_decided": "Elke melding waarvoor deze aanpak is gekozen, op de dag dat de melding "
    "binnenkwam.",
    "manager_assigned": "De meldingen die bij de casus horen op de dag dat voor het eerst iemand "
    "de casus kreeg toegewezen. Meldingen die er later bij kwamen, tellen hier niet mee.",
    "permission_granted": "De meldingen die bij de casus horen op de dag van de "
    "toestemming. Meldingen die er later bij kwamen, tellen hier niet mee.",
    "order_given": "Elke opdracht, op de dag van de opdracht.",
}
UNITS = {"report": "melding", "case": "casus", "order": "opdracht"}
ENDED = {True: "die succesvol eindigde", False: "die niet succesvol eindigde", None: "die eindigde"}
PARTS = {
    "reporting_party": "Uitgesplitst naar de organisatie die meldde.",
    "next_trajectory": "Uitgesplitst naar wat er daarna kwam.",
}


def in_words(rule: Indicator) -> str:
    """Return how an indicator counts, in plain Dutch."""
    return " ".join(_sentences(rule))


def _sentences(rule: Indicator) -> Iterator[str]:
    if rule.counts == "case_closed":
        day = "de vastgelegde einddag" if rule.dated_by else "de dag van afsluiten"
        yield f"Elke {UNITS[rule.unit]} {ENDED[rule.success]}, op {day}."
        yield "Of iets succesvol is, volgt uit wat is vastgelegd. Niemand vult dat in."
        yield "Na heropenen telt de afsluiting niet meer mee."
    else:
        yield HAPPENED[rule.counts]
    if rule.parts:
        yield PARTS[rule.parts]
    if rule.per_year:
        yield "Dit telt vanaf 1 januari."
