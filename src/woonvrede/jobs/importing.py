# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who brings in a file of reports, and what is told of it: never what a row says, only where."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.db import DatabaseError
from django.utils.timezone import localdate

from ..access.actor import Actor, actors_with
from ..access.books import in_force
from ..access.reporting import may_report
from ..access.session import acting, is_held_up, looking
from ..agreement.book import Agreement
from ..intake.files.bring_in import bring_in
from ..intake.files.check import Checked, Sifted, Tell, check, sift
from ..intake.files.mapping import Layout
from ..intake.files.rows import Row
from ..intake.register import landlords
from ..running.problem import Problem

BUSY = "Somebody is busy with the same, or just was: nothing was brought in. Begin again."


def who_reports(email: str, party: str | None, at: datetime) -> Actor:
    """
    Return the account with this address as who reports for a party.

    :raises Problem: if it may report for none, or for several and none was named
    """
    found = [
        each
        for each in actors_with(email, at=at)
        if may_report(each, in_force(localdate(at), each.party_key))
        and party in (None, each.party_key)
    ]
    parties = sorted({each.party_key for each in found})
    if not parties:
        raise Problem(f"This account may not report for {party or 'any party'}.")
    if len(parties) > 1:
        raise Problem(f"This account reports for {' and '.join(parties)}: name a --party.")
    return found[0]


def look_through(
    rows: Sequence[Row], *, actor: Actor, at: datetime, tell: Tell
) -> tuple[Sifted, Checked]:
    """Check rows; between a look at what is known and the end, no transaction waits."""
    with _cancellable():
        with looking(actor):
            sifted = sift(rows, actor=actor)
        return sifted, check(sifted.new, actor=actor, at=at, tell=tell)


def carry_out(checked: Checked, *, actor: Actor, at: datetime, tell: Tell) -> None:
    """
    Bring in what was checked, in one transaction.

    :raises Problem: if somebody else is busy with the same, or brought it in since
    """
    try:
        # Within the transaction, so that nobody is told so while it ends well.
        with acting(actor), _cancellable():
            bring_in(checked, actor=actor, at=at, tell=tell)
    except DatabaseError as error:
        if not is_held_up(error):
            raise
        raise Problem(BUSY) from error


def wrong(checked: Checked, layout: Layout, actor: Actor, at: datetime) -> Iterator[str]:
    """Yield a line per fault, and for fields with a list what they may hold."""
    for fault in checked.faults:
        where = f", {layout.named(fault.field)}" if fault.field else ""
        yield f"row {fault.row}{where}: {fault.why}"
    lists = choices(in_force(localdate(at), actor.party_key), actor, at)
    for field in dict.fromkeys(fault.field for fault in checked.faults):
        if field in lists:
            yield f"{field} ({layout.named(field)}) may be: {', '.join(lists[field])}"


def summary(sifted: Sifted, checked: Checked) -> str:
    """Return what a file came to, in numbers."""
    good, wrong = len(checked.drawn), len(sifted.new) - len(checked.drawn)
    rows = len(sifted.new) + sifted.repeated + sifted.known
    routes = ", ".join(f"{route} {n}" for route, n in sorted(checked.routes.items()))
    left_out = (
        f"\nIn {checked.left_out} of the good rows somebody is named for whom the agreement does "
        "not ask in such a report: that person is not kept."
    )
    return (
        f"{rows} rows: {good} good{routes and f' ({routes})'}, {wrong} wrong, "
        f"{sifted.repeated} twice in the file, {sifted.known} brought in before."
        f"{left_out if checked.left_out else ''}"
    )


def choices(agreement: Agreement, actor: Actor, at: datetime) -> dict[str, tuple[str, ...]]:
    """Return the fields that hold one out of a list, with the list."""
    day = localdate(at)
    held = {each.key: landlords(agreement, each.key, day) for each in agreement.tenures}
    lists = {
        "district": tuple(sorted(actor.districts) or agreement.labels["districts"]),
        "tenure": tuple(held),
        "landlord": tuple(dict.fromkeys(key for keys in held.values() for key in keys)),
    }
    for question in agreement.questions:
        if question.kind == "choice":
            lists[question.key] = tuple(agreement.code_list(question.options).codes)
        elif question.kind == "yes_no":
            lists[question.key] = ("ja", "nee")
    return lists


@contextmanager
def _cancellable() -> Iterator[None]:
    """Say of Ctrl-C what it came to."""
    try:
        yield
    except KeyboardInterrupt as cancel:
        raise Problem("Cancelled: nothing was brought in.") from cancel
