# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The closed lists of the language in plain Dutch: conditions, effects, kinds of values.

``tests/agreement/test_told.py`` keeps each list as long as the language.
"""

CONDITIONS = {
    "aftercare_in_time": "de dag van de nazorg is bekend, niet te kort en niet te lang na de "
    "bemiddeling",
    "agreed_where_referred": "de bewoner is het eens met de aanmelding en bekend is sinds wanneer, "
    "als een partij meldt die dat alleen in overleg doet",
    "area_ban": "de maatregel is een gebiedsverbod",
    "closed_recently": "de casus is niet te lang geleden gesloten",
    "contra_indication": "er is iets gemeld waardoor bemiddeling niet past",
    "corporation_dwelling": "de woning is van een partij die meedoet",
    "eviction_date_known": "de datum van de ontruiming is bekend",
    "hand_over_waiting": "een verzoek om het vervolg te starten wacht op antwoord",
    "may_try_again": "er is nog niet te vaak zonder antwoord contact gezocht",
    "neighbour_takes_part": "de andere buur doet mee",
    "never_answered": "de andere buur gaf nooit antwoord",
    "next_trajectory_fits_tenure": "wat er daarna komt, kan bij deze woning",
    "no_eviction_date": "de datum van de ontruiming is niet bekend",
    "no_running_case": "er loopt geen andere aanpak",
    "not_green": "de situatie is niet groen",
    "not_red": "de situatie is niet rood",
    "on_own_initiative": "niemand vroeg om de maatregel",
    "permission_waiting": "de toestemming is gevraagd en nog niet beantwoord",
    "permission_where_needed": "er is toestemming, als de woning van een partij is die meedoet",
    "red": "de situatie is rood",
    "request_explained": "van een besluit op een verzoek is de dag bekend, en van een verlenging "
    "tot wanneer, niet te lang; wie nee krijgt of moet wachten, leest waarom",
    "solved_say_neighbours": "beide buren vinden dat het is opgelost",
    "tried_enough": "er is vaak genoeg contact gezocht, zonder antwoord",
}

# {role} is the part that the effect is about.
EFFECTS = {
    "ask_permission": "Wie verhuurt, krijgt de vraag om toestemming en doet mee als: {role}.",
    "remind_permission": "Wie toestemming moet geven, krijgt een herinnering.",
    "grant_permission": "De toestemming is gegeven.",
    "refuse_permission": "De toestemming is geweigerd, met de reden.",
    "assign": "Eén collega krijgt deze rol, in plaats van wie haar had: {role}.",
    "assign_pair": "Twee vrijwilligers krijgen deze rol, in plaats van wie haar had: {role}.",
    "give_order": "Deze partij krijgt de opdracht en doet vanaf nu mee: {role}.",
    "call_in": "Deze partij wordt gevraagd en doet vanaf nu mee: {role}.",
    "close": "De casus gaat dicht, de afloop wordt berekend en een vervolg wordt gevraagd.",
    "reopen": "De casus gaat weer open en de afloop vervalt.",
    "accept_hand_over": "Er begint een nieuwe casus, met alleen wat mee mag.",
    "decline_hand_over": "Er begint geen nieuwe casus; de reden wordt bewaard.",
    "open_beside": "Naast deze casus begint een andere, met alleen wat mee mag. Deze gaat door.",
    "refer": "Iemand wordt verwezen buiten deze overeenkomst, met alleen wat door mag.",
}

TERMS = {
    "policy": "afspraak",
    "statutory": "wettelijk",
    "duration": "van de wet, en om op de dag zelf",
}

PROMISES = {
    "never_reaches": "hier komt nooit een casus over zo'n woning",
    "every_case_ends": "elke casus kan worden afgesloten",
    "every_stage_seen": "iemand die meedoet ziet elke fase",
    "unsigned_see_nothing": "wie niet tekende, ziet niets",
    "stays_within": "deze gegevens komen nergens anders",
    "only_after_consent": "deze rol doet pas mee na toestemming",
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
