# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is bound to which part: by signing, through a group, by order, or as a successor."""

from woonvrede.agreement.check.signing import signed_by
from woonvrede.agreement.read import read

from .breaking import SOUND


def test_who_signed_which_part() -> None:
    agreement = read(SOUND)
    everybody = {"gemeente", "bond", "verhuurder", "opvolger"}
    assert signed_by(agreement, "visit") == everybody | {"helpers"}
    assert signed_by(agreement, "repair") == everybody | {"bouwer"}


def test_who_signs_through_a_group_is_bound_no_further_than_the_group() -> None:
    agreement = read(SOUND)
    without = tuple(each for each in agreement.signatories if each.party != "bond")
    left = agreement.model_copy(update={"signatories": without})
    assert signed_by(left, "visit") == {"gemeente", "helpers"}
