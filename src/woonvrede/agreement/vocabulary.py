# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names that an agreement may use and does not define itself."""

# What Python judges, each by the facts with these keys, if by any; ``casework/steps/guards.py`` has
# a function of each name, and a test says so.
JUDGED_BY: dict[str, frozenset[str]] = {
    "aftercare_in_time": frozenset({"mediation_on", "aftercare_on"}),
    "agreed_where_referred": frozenset({"referral_agreed", "referral_agreed_on"}),
    "area_ban": frozenset({"measure_kind"}),
    "closed_recently": frozenset(),
    "contra_indication": frozenset({"contra_indications"}),
    "corporation_dwelling": frozenset(),
    "eviction_date_known": frozenset({"eviction_on", "eviction_stage"}),
    "hand_over_waiting": frozenset(),
    "may_try_again": frozenset(),
    "neighbour_takes_part": frozenset({"answer_b"}),
    "never_answered": frozenset({"answer_b"}),
    "next_trajectory_fits_tenure": frozenset({"next_trajectory"}),
    "no_eviction_date": frozenset({"eviction_on", "eviction_stage"}),
    "no_running_case": frozenset({"running_case"}),
    "not_green": frozenset({"hygiene_class"}),
    "not_red": frozenset({"hygiene_class"}),
    "on_own_initiative": frozenset({"on_request"}),
    "permission_waiting": frozenset(),
    "permission_where_needed": frozenset(),
    "red": frozenset({"hygiene_class"}),
    "request_explained": frozenset(
        {
            "request_received_on",
            "request_until",
            "request_lengthened_on",
            "request_decision",
            "request_decided_on",
            "request_reason",
        }
    ),
    "solved_say_neighbours": frozenset({"judgement_a", "judgement_b"}),
    "tried_enough": frozenset(),
}
GUARDS = frozenset(JUDGED_BY)

# Those that are judged by the rows of a register: a form reads none, and leaves them to the verb.
COUNT_ROWS = frozenset({"may_try_again", "never_answered", "tried_enough"})

# The numbers by which some of them judge; without one, what it would limit has no limit.
MOST_ATTEMPTS = "contact_attempts"
AFTERCARE_FROM, AFTERCARE_UNTIL = "aftercare_from", "aftercare_until"
REQUEST_LONGEST = "avg_request_longer_months"
WEIGHED_BY = frozenset({MOST_ATTEMPTS, AFTERCARE_FROM, AFTERCARE_UNTIL, REQUEST_LONGEST})

# Those that hold only when each of their facts is there; of the others, any may be enough.
NEEDS_EACH = frozenset({"aftercare_in_time", "agreed_where_referred"})

# The one of them that is known of a report before anything else is asked.
OF_A_LANDLORD = "corporation_dwelling"

# To whom a letter may go besides a role or a person in the case.
REPORTING_PARTY = "reporting_party"

# The category that says that a case exists at all.
PROCESS = "process"

# The fact that says what comes after a case: outcomes, hand-overs and figures follow from it.
NEXT = "next_trajectory"

# The yes/no fact that says whether another approach runs: a case opened beside one knows it.
RUNNING = "running_case"

# The day up to which a case waits: terms that parties agreed move on with it.
SUSPENDED = "suspended_until"

# What every report has besides the questions of the agreement: who it is about and who complains,
# as people in the case, and as what they are the category that guards the complainant's address.
RESIDENT = "alleged_causer"
COMPLAINANT = "complainant"

# The category of the address, which can be sent outside; of people and answers their keys can.
DWELLING = "dwelling"

# A yes/no question that, answered with yes, makes a report urgent; an agreement may do without it.
URGENT = "acute_danger"

# The tenure of a dwelling of which nobody knows how it is held.
UNKNOWN = "unknown"

# On which names pages and verbs rely, so that every agreement has them.
RELIED_ON = {
    "categories": frozenset(
        {
            PROCESS,
            COMPLAINANT,
            DWELLING,
            "report",
            "resident",
            "permission",
            "approach",
            "outcome",
        }
    ),
    "parameters": frozenset({"reopen_months", "warning_workdays", "escalation_workdays"}),
    "person_roles": frozenset({RESIDENT, COMPLAINANT}),
    "tenures": frozenset({UNKNOWN}),
}

# The effects that need a role: who is asked, assigned, given an order, or called in.
EFFECTS_WITH_ROLE = frozenset(
    {
        "ask_permission",
        "remind_permission",
        "grant_permission",
        "refuse_permission",
        "assign",
        "assign_pair",
        "give_order",
        "call_in",
    }
)

# Those of them with which the role comes into the case.
SEATING = frozenset({"ask_permission", "assign", "assign_pair", "give_order", "call_in"})

# And those that name no party: the role must have one alone.
BRINGS_IN = frozenset({"give_order", "call_in"})

# What the address of a page about an agreement says where it could name an intervention.
PAGES = frozenset({"aannames", "tekst"})

# Which names a promise of each kind must say, and which it may: without any, all are meant.
ABOUT: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "never_reaches": (frozenset({"interventions", "tenures"}), frozenset()),
    "every_case_ends": (frozenset(), frozenset({"interventions"})),
    "every_stage_seen": (frozenset(), frozenset({"interventions"})),
    "unsigned_see_nothing": (frozenset(), frozenset({"interventions"})),
    "stays_within": (frozenset({"interventions", "categories"}), frozenset()),
    "only_after_consent": (frozenset({"interventions", "roles"}), frozenset()),
}
