# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""How running cases come from a former version of the agreement under this one."""

from .entry import Entry


class Passage(Entry):
    """
    Where the cases of one intervention of the former version come: in the intervention ``to``, and
    from each of these stages to another.  A stage that is not named keeps its name.
    """

    intervention: str
    to: str = ""
    stages: dict[str, str] = {}


class Migration(Entry):
    """
    That running cases of a ``former`` version come under this one; an intervention that is not
    named keeps its name, and so do its stages.
    """

    former: str
    interventions: tuple[Passage, ...] = ()
