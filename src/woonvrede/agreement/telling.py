# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a term tells of a case by being there: that it runs is drawn from what was recorded."""

from .book import Deadline, Intervention
from .vocabulary import JUDGED_BY


def tells_of(term: Deadline, intervention: Intervention) -> frozenset[str]:
    """
    Return the categories of the facts on which it hangs whether, and from when, a term runs.

    Whoever does not see all of each of them is not told of the term.
    """
    judged = {key for name in term.when for key in JUDGED_BY.get(name, {name})}
    keys = judged | {term.dated_by, *term.ended_by}
    return frozenset(fact.category for fact in intervention.facts if fact.key in keys)
