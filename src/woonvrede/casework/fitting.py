# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may only be written down when something else is so."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from ..access.refusals import Invalid
from ..agreement.book import Fact
from ..records.case import Case
from .steps.conditions import GUARDS
from .steps.guards import holds, sentence
from .steps.situation import Situation, situation_of


def fits(case: Case, asked: Iterable[Fact], values: Mapping[str, Any], at: datetime) -> None:
    """
    Go on unless a fact would stand without what it needs, because of what is new now; the answer
    no needs nothing.

    A fact that is not asked now nor in this stage may be of an earlier round, and is left alone.

    :param asked: the facts that could be given now
    :param values: what was given, None for what was taken away
    :raises Invalid: with a sentence for each such fact
    """
    before = situation_of(case, at)
    now = {key: value for key, value in {**before.values, **values}.items() if value is not None}
    new = {key for key in values if now.get(key) != before.values.get(key)}
    after = situation_of(case, at)
    vars(after)["values"] = now
    keys = {fact.key for fact in asked}
    open_ = [f for f in after.intervention.facts if f.key in keys or case.stage in f.stages]
    if errors := dict(_unfit(open_, keys, new, after)):
        raise Invalid(errors)


def _unfit(
    facts: Iterable[Fact], asked: set[str], new: set[str], situation: Situation
) -> Iterator[tuple[str, str]]:
    for fact in facts:
        if situation.values.get(fact.key) in (None, False):
            continue
        for name in fact.needs:
            judged = GUARDS[name].by if name in GUARDS else {name}
            touched = new.intersection({fact.key, *judged})
            if touched and not holds(name, situation):
                where = fact.key if fact.key in asked else min(touched)
                yield where, f"{sentence(name, situation)} ({fact.source})"
                break
