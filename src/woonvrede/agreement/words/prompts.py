# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people are reminded of: never a rule."""

from collections.abc import Mapping

from .entry import Keyed, Keys


class Prompt(Keyed):
    """
    A reminder on the page of a case, for these roles in these stages, as soon as one of the facts
    or columns (``register.column``) in ``any_of`` has one of its codes; without those, always.

    It stands also on the form of the registers ``beside``, and ``leads_to`` one in which they may
    write down what they did.  It stops nothing and asks nothing.
    """

    says: str
    to: Keys
    stages: Keys
    any_of: Mapping[str, Keys] = {}
    beside: Keys = ()
    leads_to: str = ""
