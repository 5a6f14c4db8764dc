# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes when a case closes is not seen after it."""

from collections.abc import Iterator

from ..book import Agreement, Grant, Retention
from ..fault import Fault
from ..places import places_in


def keeping(agreement: Agreement) -> Iterator[Fault]:
    """Find rights to see, in a last stage, what may not be kept once the case is closed."""
    for intervention in agreement.interventions.values():
        going = {
            key for each in intervention.retention if _at_once(each) for key in each.categories
        }
        final = {stage.key for stage in intervention.stages if stage.final}
        for place in places_in(intervention):
            if isinstance(place.of, Grant) and final.intersection(place.of.stages):
                for category in sorted(going.intersection(place.of.see)):
                    yield place.fault(
                        "seen_too_long",
                        f"“{category}” gaat weg als de casus sluit, en is daarna nog te zien.",
                        "Haal deze categorie of de laatste fase hier weg.",
                    )


def _at_once(kept: Retention) -> bool:
    """Does it go as soon as a case closes, whichever case?"""
    return not (kept.months or kept.weeks or kept.after or _of_some(kept))


def _of_some(kept: Retention) -> bool:
    return bool(kept.outcomes or kept.followed_by or kept.given or kept.persons)
