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
WHAT = {"kind_of_problem": "noise_audio", "description": "Muziek in de nacht."}
HARM = {"structural": "ja", "serious_harm": "ja", "acute_danger": "nee"}
TALK = {"both_willing": "nee", "contra_indications": "nee"}
MORE = {"earlier_approaches": "nee", "rent_debt_eviction": "nee", "pollution": "nee"}
NEEDED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("adres", ADDRESS),
    ("woning", {"tenure": "social_rent:portaal"}),
    ("wat", WHAT),
    ("ernst", HARM),
    ("buren", TALK),
    ("meer", MORE),
)
