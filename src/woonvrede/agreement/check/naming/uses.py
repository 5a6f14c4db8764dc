# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which word of an entry names what."""

from ... import book
from ...book import Carry, Entry

# In which list the names stand that a word of an entry uses.
USES: dict[type[Entry], dict[str, str]] = {
    book.Unit: {"of": "parties"},
    book.Signatory: {
        "party": "parties",
        "parts": "interventions",
        "signs_through": "parties",
        "by_order_of": "parties",
    },
    book.Successor: {"of": "parties", "by": "parties"},
    book.Seat: {"party": "parties"},
    book.ContactPoint: {"party": "circles", "functions": "functions"},
    book.Subdistrict: {"of": "districts"},
    book.Role: {"parties": "circles", "functions": "functions"},
    book.Tenure: {"landlords": "parties"},
    book.PersonRole: {
        "category": "categories",
        "when": "conditions",
        "never_when": "conditions",
    },
    book.Reporting: {"functions": "functions"},
    book.Editing: {"functions": "functions"},
    book.Reporter: {
        "party": "circles",
        "functions": "functions",
        "in_consultation": "interventions",
    },
    book.Fact: {
        "category": "categories",
        "options": "codes",
        "stages": "stages",
        "not_before": "days",
        "when": "conditions",
        "never_when": "conditions",
    },
    book.Register: {"category": "categories", "stages": "stages"},
    book.Move: {
        "origin": "stages",
        "to": "stages",
        "by": "roles",
        "needs": "conditions",
        "requires": "facts",
        "offers": "facts",
        "records": "registers",
        "role": "roles",
        "opens": "interventions",
    },
    book.Route: {"when": "conditions", "never_when": "conditions"},
    book.Triage: {"party": "judges", "functions": "functions"},
    book.Grant: {
        "role": "roles",
        "see": "categories",
        "write": "categories",
        "stages": "stages",
        "purpose": "purposes",
        "ground": "grounds",
    },
    book.Invitation: {"role": "roles", "by": "roles", "stages": "stages", "when": "conditions"},
    book.Deadline: {
        "stages": "stages",
        "when": "conditions",
        "length": "parameters",
        "owner": "roles",
        "met_by": "moves",
        "dated_by": "days",
        "ended_by": "facts",
    },
    book.Outcome: {"when": "conditions", "unless_next": "what comes next"},
    Carry: {
        "to": "interventions",
        "asks": "roles",
        "tells": "categories",
        "tenures": "tenures",
        "persons": "person_roles",
    },
    book.Indicator: {"dated_by": "days", "reported_by": "parties", "reported_by_role": "roles"},
    book.Retention: {
        "after": "registers",
        "outcomes": "outcomes",
        "followed_by": "what comes next",
        "categories": "categories",
        "persons": "person_roles",
    },
    book.Letter: {
        "to": "addressees",
        "category": "categories",
        "by": "roles",
        "stages": "stages",
        "says": "facts",
        "may_say": "facts",
        "lists": "registers",
    },
    book.Promise: {
        "interventions": "interventions",
        "tenures": "tenures",
        "categories": "categories",
        "roles": "roles",
    },
    book.Intervention: {
        "lead": "roles",
        "tenures": "tenures",
        "purpose": "purposes",
        "start": "stages",
        "opens_with": "roles",
    },
}
