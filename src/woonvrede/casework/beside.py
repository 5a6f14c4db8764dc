# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a case knows by itself when it was opened beside another one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..access.actor import Actor
from ..access.books import intervention
from ..access.door import known_to
from ..access.refusals import Invalid
from ..access.rights import Standing
from ..agreement.vocabulary import RUNNING
from ..records.case import Case, Link
from .writing import write_facts


def know(opened: Case, *, actor: Actor, at: datetime) -> None:
    """Write down, in a case that is opened beside a running one, that one runs, if it is asked."""
    facts = {fact.key: fact for fact in intervention(opened.agreement, opened.intervention).facts}
    if RUNNING in facts:
        write_facts(opened, facts, {RUNNING: True}, actor=actor, at=at)


def not_contradicted(place: Standing, values: Mapping[str, Any], at: datetime) -> None:
    """
    Go on unless it is said that no other approach runs by who may know of the one that does.

    Of one that this actor may not know of, nothing is told here: ``no_running_case`` judges then.

    :raises Invalid: if it is
    """
    if values.get(RUNNING) is not False:
        return
    beside = Link.objects.filter(other=place.case).values("case")
    if known_to(place.actor, at=at).filter(case__in=beside, case__closed_at=None).exists():
        raise Invalid({RUNNING: "Deze casus is geopend naast een casus die nog loopt. Kies ja."})
