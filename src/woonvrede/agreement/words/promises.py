# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an agreement promises as a whole: no one line says it, and all lines together keep it."""

from typing import Literal

from .entry import Keyed, Keys

PromiseKind = Literal[
    "never_reaches",
    "every_case_ends",
    "every_stage_seen",
    "unsigned_see_nothing",
    "stays_within",
    "only_after_consent",
]


class Promise(Keyed):
    """
    Something that no case can break; ``label`` is the sentence that was promised.

    Which names go with which kind is in ``vocabulary.ABOUT``.
    """

    kind: PromiseKind
    interventions: Keys = ()
    tenures: Keys = ()
    categories: Keys = ()
    roles: Keys = ()
