# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What several words of an entry say together."""

from ...book import Entry, Indicator, Move, Outcome, Parameter, Retention
from ..conditions import EFFECTS
from ..counting import in_words
from ..scope import Scope, amount
from .saying import Say


def _effect(scope: Scope, move: Move) -> str:
    if move.effect is None:
        return ""
    said = EFFECTS.get(move.effect, f"{move.effect}: {{role}}")
    return said.format(role=scope.label("roles", move.role or ""))


def _otherwise(_: Scope, outcome: Outcome) -> str:
    return "" if outcome.when or outcome.unless_next else "in alle andere gevallen"


def _kept(scope: Scope, kept: Retention) -> str:
    lengths = ((kept.months, "months"), (kept.weeks, "weeks"))
    length = " en ".join(amount(*each) for each in lengths if each[0])
    start = f"de laatste regel in “{scope.register(kept.after)}”" if kept.after else "afsluiten"
    rest = "" if kept.outcomes or kept.followed_by or kept.when else ", in alle andere gevallen"
    return f"{length} na {start}{rest}" if length else "tot het afsluiten"


TOGETHER: dict[type[Entry], tuple[str, Say]] = {
    Move: ("Wat er dan gebeurt", _effect),
    Outcome: ("Anders", _otherwise),
    Indicator: ("Hoe er geteld wordt", lambda _, indicator: in_words(indicator)),
    Parameter: ("Waarde", lambda _, parameter: amount(parameter.value, parameter.unit)),
    Retention: ("Hoe lang", _kept),
}
