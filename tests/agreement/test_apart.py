# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements of two partnerships share nobody who acts; those of one share everybody."""

import pytest

from tests.agreement.breaking import SOUND
from woonvrede.agreement.apart import Entangled, keep_apart
from woonvrede.agreement.book import Agreement, Keyed, Unit
from woonvrede.agreement.read import read


def other(**differing: object) -> Agreement:
    """Return the sound agreement under another key, but for these words."""
    return read(SOUND).model_copy(update={"key": "dorp-2", **differing})


def neighbour(*parties: Keyed, units: tuple[Unit, ...] = ()) -> Agreement:
    """Return the agreement of another partnership, of these parties and units."""
    nobody: dict[str, object] = {"roles": (), "reporters": (), "interventions": {}}
    return other(partnership="buurdorp", parties=parties, units=units, **nobody)


def test_the_next_agreement_of_a_partnership_has_the_same_circles() -> None:
    keep_apart([read(SOUND), other()])


def test_two_folders_do_not_hold_one_agreement() -> None:
    with pytest.raises(Entangled, match="dorp-1"):
        keep_apart([read(SOUND), other(key="dorp-1")])


@pytest.mark.parametrize("key", ["helpers", "balie", "buitenstaander"])
def test_nobody_acts_for_one_circle_in_two_partnerships(key: str) -> None:
    with pytest.raises(Entangled, match=f"{key} stands in two partnerships, dorp .* and buurdorp"):
        keep_apart([read(SOUND), neighbour(Keyed(key=key, label="X"))])


def test_a_legal_party_takes_part_in_two_through_units_of_its_own() -> None:
    counter = Unit(key="loket", label="Loket", of="gemeente")
    keep_apart([read(SOUND), neighbour(Keyed(key="gemeente", label="Gemeente"), units=(counter,))])


def test_it_does_so_in_both() -> None:
    with pytest.raises(Entangled, match="gemeente stands in two partnerships"):
        keep_apart([read(SOUND), neighbour(Keyed(key="gemeente", label="Gemeente"))])


def test_it_has_one_name() -> None:
    counter = Unit(key="loket", label="Loket", of="gemeente")
    town = Keyed(key="gemeente", label="De stad")
    with pytest.raises(Entangled, match="gemeente has two names"):
        keep_apart([read(SOUND), neighbour(town, units=(counter,))])
