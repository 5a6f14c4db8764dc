# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must be filled in of a new report, page by page, as somebody types it."""

from collections.abc import Mapping

ADDRESS = {
    "postcode": "3561 zz",
    "number": "112",
    "street": "Lindeplein",
    "town": "Utrecht",
    "district": "overvecht",
}
ANSWERS = {
    "rent_debt_eviction": "nee",
    "pollution": "nee",
    "kind_of_problem": "noise_audio",
    "structural": "ja",
    "serious_harm": "ja",
    "both_willing": "nee",
    "contra_indications": "nee",
    "earlier_approaches": "nee",
    "acute_danger": "nee",
    "description": "Muziek in de nacht.",
}
NEEDED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("adres", ADDRESS),
    ("woning", {"tenure": "social_rent:portaal"}),
    *((key.replace("_", "-"), {key: answer}) for key, answer in ANSWERS.items()),
)
