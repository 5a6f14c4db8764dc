# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``woonvrede agreement draw``"""

from pathlib import Path
from typing import TYPE_CHECKING

from woonvrede.jobs.commands import Asked, Commands, Problem

if TYPE_CHECKING:
    from woonvrede.agreement.book import Agreement


def register(commands: Commands) -> None:
    """Add the command."""
    does = "write the diagrams, rights, terms, figures and assumptions of an agreement as files"
    parser = commands.add("agreement draw", run, does=does, role=None)
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder of the agreement")
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        required=True,
        help="where to; made if absent",
    )


def run(asked: Asked) -> int:
    """Write the files, and print the name of each."""
    from woonvrede.jobs.sound import read_from

    agreement = read_from(asked.path)
    try:
        asked.to.mkdir(parents=True, exist_ok=True)
        for name, text in _files(agreement).items():
            (asked.to / name).write_text(text, encoding="utf-8")
            print(asked.to / name)
    except OSError as error:
        raise Problem(f"The files cannot be written to {asked.to}: {error.strerror}.") from error
    return 0


def _files(agreement: "Agreement") -> dict[str, str]:
    from woonvrede.agreement.draw.diagram import diagram
    from woonvrede.agreement.draw.svg import svg
    from woonvrede.agreement.places import in_order
    from woonvrede.agreement.told.markdown import (
        agreement_text,
        assumptions_text,
        intervention_text,
    )
    from woonvrede.agreement.told.scope import Scope

    found = {"overeenkomst.md": agreement_text(agreement)}
    for each in in_order(agreement):
        found[f"{each.key}.svg"] = svg(diagram(each, Scope(agreement, each)))
        found[f"{each.key}.md"] = intervention_text(agreement, each.key)
    return {**found, "aannames.md": assumptions_text(agreement)}
