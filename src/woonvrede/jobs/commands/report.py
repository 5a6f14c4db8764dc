# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede report``"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem

if TYPE_CHECKING:
    from woonvrede.agreement.book import Agreement
    from woonvrede.insight.count import Figures


def register(commands: Commands) -> None:
    """Add the command."""
    does = "print the figures that a party reports over a period"
    parser = commands.add("report", run, does=does, role="app")
    parser.add_argument("--party", required=True, help="key of a legal party")
    parser.add_argument(
        "--period",
        required=True,
        help="such as 2026-H1, the first half, or 2026-K1, the first quarter",
    )
    parser.add_argument("--partnership", help="key, for a party that takes part in several")
    parser.add_argument("--format", choices=["json", "table", "xlsx"], default="table")
    parser.add_argument("--output", type=Path, help="the file to write; xlsx needs one")


def run(asked: Asked) -> int:
    """Count as a named system actor, which is recorded; faults go to stderr."""
    from django.core.exceptions import ObjectDoesNotExist
    from django.utils import timezone

    from woonvrede.access.door import note_system
    from woonvrede.access.session import acting_as_system
    from woonvrede.insight.count import count, reported
    from woonvrede.insight.page import asked_period

    if (asked.format == "xlsx") != bool(asked.output):
        raise Problem("--format xlsx and --output FILE go together.")
    partnership = _partnership(asked)
    try:
        period, agreement = asked_period(asked.period, timezone.now(), partnership=partnership)
    except ObjectDoesNotExist as absent:
        raise Problem(
            f"There is no period {asked.period} that has begun{_periods(partnership)}."
        ) from absent
    if not reported(asked.party, agreement):
        raise Problem(f"{asked.party} reports nothing under {agreement.key}.")
    with acting_as_system("report"):
        note_system("report", f"figures:{asked.party}:{period.name}")
        figures = count(asked.party, agreement, period)
    if asked.output:
        _write(asked.output, figures, agreement)
    elif asked.format == "json":
        print(json.dumps(figures.as_json(), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(figures)))
    _warn(figures)
    return 0


def _periods(partnership: str) -> str:
    """Return which periods there are: those of this year, as the partnership reports today."""
    from django.utils.timezone import localdate

    from woonvrede.access.books import holding
    from woonvrede.insight.period import begun

    today = localdate()
    try:
        months = holding(today, partnership).reporting.months
    except LookupError:
        return ""
    named = ", ".join(each.name for each in begun(today, months=months))
    return f"; {partnership} reports every {months} months, this year {named}"


def _warn(figures: "Figures") -> None:
    if figures.undecided:
        print(
            f"woonvrede: {figures.undecided} reports received since {figures.undecided_since} wait "
            "for a decision on their route and are not counted: decide on them before these "
            "figures are submitted.",
            file=sys.stderr,
        )


def _write(output: Path, figures: "Figures", agreement: "Agreement") -> None:
    from django.utils import timezone

    from woonvrede.insight.sheet import sheet_of

    try:
        output.write_bytes(sheet_of(figures, agreement, made=timezone.localdate()))
    except OSError as fault:
        raise Problem(f"{output} cannot be written: {fault.strerror}.") from fault


def _partnership(asked: Asked) -> str:
    from woonvrede.access.books import partnerships

    found = partnerships(asked.party)
    if not found:
        raise Problem(f"{asked.party} takes part in no agreement.")
    if asked.partnership is None and len(found) > 1:
        raise Problem(f"{asked.party} takes part in {' and '.join(found)}: name a --partnership.")
    if asked.partnership and asked.partnership not in found:
        raise Problem(f"{asked.party} takes no part in {asked.partnership}.")
    return asked.partnership or found[0]


def _lines(figures: "Figures") -> Iterator[str]:
    """Yield a table: what, how many, and its parts beneath it, in columns as wide as needed."""
    yield f"{figures.party}, {figures.period.first} t/m {figures.period.last}, {figures.agreement}"
    rows: list[tuple[str, str, int]] = []
    for figure in figures.indicators:
        rows.append((figure.id, figure.label, figure.value))
        rows += [("", f"  {part.label}", part.value) for part in figure.parts]
    first = max((len(key) for key, _, _ in rows), default=0)
    second = max((len(label) for _, label, _ in rows), default=0)
    for key, label, value in rows:
        yield f"{key:<{first}}  {label:<{second}}  {value:>6}"
