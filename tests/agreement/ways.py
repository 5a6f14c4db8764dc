# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""By which shortest way a plant breaks its promise, as the check tells it."""

SOCIAL = "Er komt een melding over een woning met “Huur van een woningcorporatie”; "
PRIVATE = "Er komt een melding over een woning met “Huur van een particuliere verhuurder”; "
OWNED = "Er komt een melding over een woning met “Koopwoning”; "
AS_SEVERE = "voorgesteld wordt “Aanpak extreme woonoverlast”."
AS_EVICTION = "voorgesteld wordt “Voorkom Huisuitzetting”."
AS_HYGIENE = "voorgesteld wordt “Woonhygiëne”."
LAST_CHANCE = "“Laatste Kans Beleid” begint in de fase “Overwogen”."
BEGUN = (
    "“U Centraal, casemanagement” besluit: “Aanpak extreme woonoverlast” begint in de fase "
    "“Screening”."
)
PASSED_ON = (
    "“Gemeente, Expertisecentrum Woonhygiëne” geeft de melding door voor “Laatste Kans Beleid”."
)
TAKEN_UP = "“Regie extreme woonoverlast” zet in de fase “Screening” de stap “In behandeling nemen”."
REJECTED = (
    "“Regie extreme woonoverlast” zet in de fase “Screening” de stap “Niet in behandeling nemen”."
)
ASKED = (
    "“Regie extreme woonoverlast” zet in de fase “Screening” de stap “Toestemming vragen aan de "
    "corporatie”."
)
CLOSED = (
    "“Casemanager” zet in de fase “In behandeling” de stap “Casus afsluiten”, met als vervolg "
    "“Laatste Kans Beleid”."
)
OPENED = "“Verhuurder” zet in de fase “Afgesloten” de stap “Een laatste kans openen”: "
REFUSED = "“Verhuurder” zet in de fase “Wacht op toestemming” de stap “Geen toestemming geven”."
ORDERED = "“Verhuurder” zet in de fase “Overwogen” de stap “Opdracht geven aan Het Vierde Huis”."
GONE = "“Uitvoerder van de laatste kans” stapt in de fase “Opdracht gegeven” uit de casus."
DECIDED = f"“Verhuurder” besluit: {LAST_CHANCE}"

WAYS = {
    "a last chance for everybody": (PRIVATE + AS_HYGIENE, PASSED_ON, DECIDED),
    "an owned house handed over": (
        OWNED + AS_SEVERE,
        BEGUN,
        TAKEN_UP,
        CLOSED,
        OPENED + LAST_CHANCE,
    ),
    "a refusal that nothing follows": (SOCIAL + AS_SEVERE, BEGUN, ASKED, REFUSED),
    "an end that only the executor brings": (SOCIAL + AS_EVICTION, DECIDED, ORDERED, GONE),
    "a rejection that nobody sees": (SOCIAL + AS_SEVERE, BEGUN, REJECTED),
    "a signature that ends too soon": (SOCIAL + AS_EVICTION,),
}
