# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a case for one form: no more is read, and written down as read, than the form shows."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db.models import Q

from ....access.actor import Actor
from ....access.books import intervention
from ....access.door import enter
from ....access.given import SEE
from ....access.rights import Standing
from ....agreement.book import Intervention
from ....records.entry import Entry
from ....records.person import Person
from ...persons import people_of
from ..around import around
from ..view import View
from .asked import Head

Shown = Callable[[Intervention], Iterable[str]]


def nothing(described: Intervention) -> Iterable[str]:
    """Show nothing of what the case holds, but which case it is."""
    del described
    return ()


def look(
    reference: str,
    *,
    actor: Actor,
    at: datetime,
    action: str,
    shows: Shown = nothing,
    rows: bool = False,
) -> View:
    """
    Return one case with the facts, and people, of the categories that a form shows, and with the
    ``rows`` of those where it needs them: no step is judged by these, for others may be missing.

    :raises ObjectDoesNotExist: if there is no such case, or none that the actor may know of
    """

    def shown(place: Standing) -> set[str]:
        return {"dwelling", *shows(intervention(place.case.agreement, place.case.intervention))}

    place = enter(actor, reference, at=at, action=action[:60], shows=shown)
    within = Q(category__in=shown(place))
    kinds = [Entry.FACT, Entry.ROW] if rows else [Entry.FACT]
    facts = Entry.objects.filter(
        place.rows(SEE), within, case=place.case, kind__in=kinds, until=None
    )
    people = Person.objects.filter(people_of(place.case), place.people(SEE), within)
    here = list(people.order_by("pk"))
    entries = list(facts.select_related("party"))
    return View(place, at, entries, around(place.case.pk), here, with_rows=False)


def head(view: View) -> Head:
    """Return of which case a form is."""
    address = f"{view.case.address} · " if view.sees("dwelling") else ""
    return Head(
        reference=view.case.reference,
        title=f"{address}{view.intervention.label}",
        stage=view.intervention.stage(view.case.stage).label,
        version=view.case.version,
    )
