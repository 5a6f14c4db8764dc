# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is bound to which part: by signing, through a group, by order, or as a successor."""

from datetime import date
from pathlib import Path

import pytest

from woonvrede.agreement.check import check
from woonvrede.agreement.proof.bound import bound
from woonvrede.agreement.read import read

from .breaking import SOUND
from .planting import PLANTS, SHARED, planted

DAY = date(2021, 1, 1)
PROMISE = "who_did_not_sign_sees_nothing"


def test_who_signed_which_part() -> None:
    agreement = read(SOUND)
    everybody = {"gemeente", "bond", "verhuurder", "opvolger"}
    assert bound(agreement, "visit", DAY) == everybody | {"helpers"}
    assert bound(agreement, "repair", DAY) == everybody | {"bouwer"}


def test_who_signs_through_a_group_is_bound_no_further_than_the_group() -> None:
    agreement = read(SOUND)
    without = tuple(each for each in agreement.signatories if each.party != "bond")
    left = agreement.model_copy(update={"signatories": without})
    assert bound(left, "visit", DAY) == {"gemeente", "helpers"}


@pytest.mark.parametrize("name", [name for name, each in PLANTS.items() if each.promise == PROMISE])
def test_partial_signing_is_a_ceiling_also_where_nobody_promised_it(
    name: str, tmp_path: Path
) -> None:
    folder = planted(tmp_path, PLANTS[name])
    shared = folder / SHARED
    lines = shared.read_text().splitlines(keepends=True)
    kept = [line for line in lines if PROMISE not in line]
    assert len(lines) - len(kept) == 1
    shared.write_text("".join(kept))
    faults = check(folder)
    assert faults
    assert {each.rule for each in faults} <= {"unsigned_role", "unsigned_move"}
